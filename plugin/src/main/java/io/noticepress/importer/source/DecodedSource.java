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
 * The text of a file and the encoding in which it was decoded.
 *
 * <p>A requested encoding is used and no other. Otherwise a byte order mark decides, then strict UTF-8, then the only one of
 * GB18030, UTF-16LE and UTF-16BE in which nearly all characters are common in notices. If none or several fit, the import
 * fails.
 *
 * <p>Example: the bytes {@code D6 D0 CE C4} are not UTF-8; decoded as GB18030 they are {@code 中文}.
 */
public record DecodedSource(String text, String encoding) {
    private static final List<String> FALLBACK_ENCODINGS = List.of("GB18030", "UTF-16LE", "UTF-16BE");

    /**
     * Decodes a file.
     *
     * @throws RunFailed if its encoding cannot be determined, or is not the requested one
     */
    public static DecodedSource of(byte[] bytes, Optional<String> requestedEncoding, String displayPath) {
        if (requestedEncoding.isPresent()) {
            String name = requestedEncoding.get();
            if (!isSupported(name)) {
                throw failure(displayPath, Message.of("没有“{0}”这种编码", "unknown encoding \"{0}\"", name));
            }
            return decode(bytes, name)
                    .map(text -> new DecodedSource(text, Charset.forName(name).name()))
                    .orElseThrow(() ->
                            failure(displayPath, Message.of("文件不是 {0} 编码", "the file is not encoded in {0}", name)));
        }
        String encoding =
                startsWith(bytes, 0xFF, 0xFE) ? "UTF-16LE" : startsWith(bytes, 0xFE, 0xFF) ? "UTF-16BE" : "UTF-8";
        Optional<String> text = decode(bytes, encoding);
        if (text.isPresent() && text.get().indexOf('\0') < 0) {
            return new DecodedSource(text.get(), encoding);
        }
        List<DecodedSource> plausible = FALLBACK_ENCODINGS.stream()
                .flatMap(name -> decode(bytes, name).map(decoded -> new DecodedSource(decoded, name)).stream())
                .filter(DecodedSource::isPlausible)
                .toList();
        if (plausible.size() == 1) {
            return plausible.get(0);
        }
        throw failure(
                displayPath,
                new Message("不是 UTF-8，也看不出是哪种编码", "the file is not UTF-8, and its encoding cannot be determined"));
    }

    /** Whether 98 % of the characters are common in notices, and at most 1 % are rare ideographs or private use. */
    private boolean isPlausible() {
        long common = text.chars()
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
        return common * 100 >= text.length() * 98L && rare * 100 <= text.length();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean isSupported(String name) {
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

    private static RunFailed failure(String displayPath, Message what) {
        return new RunFailed(Problem.of(
                ProblemCode.NOT_UTF8,
                displayPath,
                what,
                Message.of(
                        "用 -Dnoticepress.encoding 写明编码，如 UTF-8、GB18030、UTF-16LE、UTF-16BE",
                        "set it with -Dnoticepress.encoding, for example UTF-8, GB18030, UTF-16LE or UTF-16BE")));
    }
}
