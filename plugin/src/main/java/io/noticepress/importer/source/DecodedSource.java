package io.noticepress.importer.source;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file, and the encoding it was read in.
 *
 * <p>An encoding that was asked for is used and no other. Else a byte order mark decides, else strict UTF-8, else the only one
 * of GB18030 and UTF-16 in which nearly every character is one that notices are made of. It is always said which; if none or
 * several fit, the import fails.
 */
public record DecodedSource(String text, String encoding) {
    private static final List<String> FALLBACK_ENCODINGS = List.of("GB18030", "UTF-16LE", "UTF-16BE");

    /**
     * Decodes a file.
     *
     * @throws RunFailed if its encoding cannot be told, or is not the one that was asked for
     */
    public static DecodedSource of(byte[] bytes, Optional<String> asked, String shown) {
        if (asked.isPresent()) {
            String name = asked.get();
            if (!isKnown(name)) {
                throw failure(shown, Message.of("没有“{0}”这种编码", "there is no encoding \"{0}\"", name));
            }
            return decode(bytes, name)
                    .map(text -> new DecodedSource(text, Charset.forName(name).name()))
                    .orElseThrow(() -> failure(shown, Message.of("文件不是 {0} 编码", "the file is not in {0}", name)));
        }
        String marked =
                startsWith(bytes, 0xFF, 0xFE) ? "UTF-16LE" : startsWith(bytes, 0xFE, 0xFF) ? "UTF-16BE" : "UTF-8";
        Optional<String> text = decode(bytes, marked);
        if (text.isPresent() && text.get().indexOf('\0') < 0) {
            return new DecodedSource(text.get(), marked);
        }
        List<DecodedSource> likely = FALLBACK_ENCODINGS.stream()
                .flatMap(name -> decode(bytes, name).map(found -> new DecodedSource(found, name)).stream())
                .filter(found -> found.isLikely())
                .toList();
        if (likely.size() == 1) {
            return likely.get(0);
        }
        throw failure(shown, new Message("不是 UTF-8，也看不出是哪种编码", "not UTF-8, and no other encoding fits"));
    }

    private boolean isLikely() {
        long usual = text.chars()
                .filter(c -> c >= 0x4E00 && c <= 0x9FFF
                        || c >= 0x3000 && c <= 0x301F
                        || c >= 0xFF00 && c <= 0xFF5E
                        || c >= 0x2010 && c <= 0x201F
                        || c >= 0x20 && c < 0x7F
                        || c == '\n'
                        || c == '\r'
                        || c == '\t')
                .count();
        long rare = text.codePoints()
                .filter(c -> c >= 0x3400 && c < 0x4E00 || c >= 0xE000 && c < 0xF900)
                .count();
        return usual * 100 >= text.length() * 98L && rare * 100 <= text.length();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean isKnown(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9.:_+-]*") && Charset.isSupported(name);
    }

    private static Optional<String> decode(byte[] bytes, String name) {
        try {
            return Optional.of(Charset.forName(name)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static RunFailed failure(String shown, Message what) {
        return new RunFailed(Problem.of(
                ProblemCode.NOT_UTF8,
                shown,
                what,
                Message.of(
                        "用 -Dnoticepress.encoding 写明编码，如 UTF-8、GB18030、UTF-16LE、UTF-16BE",
                        "name it with -Dnoticepress.encoding, such as UTF-8, GB18030, UTF-16LE, UTF-16BE")));
    }
}
