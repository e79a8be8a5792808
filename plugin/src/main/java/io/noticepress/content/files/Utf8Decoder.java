package io.noticepress.content.files;

import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes strict UTF-8, drops a byte order mark, and ends every line with {@code \n}: {@code EF BB BF 61 0D 0A} is
 * {@code "a\n"}. Another encoding is named in the problem, but never decoded.
 */
public final class Utf8Decoder {
    private Utf8Decoder() {}

    /** The text of a file; if it is not UTF-8, that is reported with the first invalid byte and the likely encoding. */
    public static Optional<String> decode(byte[] bytes, String displayPath, Problems problems) {
        String wide = detectUtf16(bytes);
        if (!wide.isEmpty()) {
            problems.add(notUtf8(Location.ofFile(displayPath), 0, wide));
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            int offset = firstInvalidByte(bytes);
            if (offset >= 0) {
                problems.add(notUtf8(locationOf(bytes, offset, displayPath), offset, guessEncoding(bytes, offset)));
                return Optional.empty();
            }
        }
        return Optional.of(normalizeLineEnds(text));
    }

    private static String normalizeLineEnds(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.indexOf('\r') < 0
                ? unmarked
                : unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int firstInvalidByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? in.position() : -1;
    }

    private static Location locationOf(byte[] bytes, int offset, String displayPath) {
        String before = normalizeLineEnds(new String(bytes, 0, offset, StandardCharsets.UTF_8));
        int start = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Location(displayPath, line, before.codePointCount(start, before.length()) + 1);
    }

    /** UTF-16 by its byte order mark, or because one of the first two bytes is zero, as in ASCII text; else empty. */
    private static String detectUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return "";
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0 && bytes.length % 2 == 0) {
            return "UTF-16LE";
        }
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0 && bytes.length % 2 == 0) {
            return "UTF-16BE";
        }
        return "";
    }

    /** The likely encoding of a file that is not UTF-8 at {@code offset}; empty if it is damaged UTF-8. */
    private static String guessEncoding(byte[] bytes, int offset) {
        String before = new String(bytes, 0, offset, StandardCharsets.UTF_8);
        if (before.chars().anyMatch(c -> c > 0xFF)) {
            return "";
        }
        int singleBytes = 0;
        int highBytes = 0;
        int gb = 0;
        int big5 = 0;
        for (int i = offset; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            highBytes++;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean isSingle = trail < 0x80 && (i == 0 || bytes[i - 1] >= 0);
            singleBytes += isSingle ? 1 : 0;
            if (trail >= 0x40) {
                // Frequent characters: rows 16-55 and punctuation of GB 2312; level 1 and punctuation of Big5.
                gb += trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead == 0xA1 || lead == 0xA3) ? 1 : 0;
                big5 += lead >= 0xA1 && lead <= 0xC6 && (trail < 0x7F || trail >= 0xA1) ? 1 : 0;
                highBytes++;
                i++;
            }
        }
        if (singleBytes * 3 > highBytes) {
            return "Latin-1";
        }
        if (gb >= big5 && isDecodable(bytes, "GB18030")) {
            return "GB18030";
        }
        return isDecodable(bytes, "Big5") ? "Big5" : isDecodable(bytes, "GB18030") ? "GB18030" : "Latin-1";
    }

    private static boolean isDecodable(byte[] bytes, String charset) {
        if (!Charset.isSupported(charset)) {
            return false;
        }
        try {
            Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Problem notUtf8(Location at, int offset, String likely) {
        return Problem.of(
                ProblemCode.NOT_UTF8,
                at,
                1,
                likely.isEmpty()
                        ? Message.of("不是 UTF-8：第 {0} 字节起内容损坏", "not UTF-8: damaged at byte {0}", offset)
                        : Message.of(
                                "不是 UTF-8：第 {0} 字节起不符，看来是 {1} 编码",
                                "not UTF-8: byte {0} is invalid; the encoding is probably {1}", offset, likely),
                likely.isEmpty()
                        ? Message.of("从原件恢复，另存为 UTF-8", "restore it from the source and save it as UTF-8")
                        : Message.of("在编辑器中另存为 UTF-8", "save it as UTF-8"));
    }
}
