package io.noticepress.markdown.analysis;

import io.noticepress.markdown.text.CjkCharacters;
import io.noticepress.model.values.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;

/**
 * A short fingerprint of the text of a block: 35 bits of its SHA-256 as seven lower-case base32 letters (RFC 4648), such as
 * {@code k3mzq7a}.
 *
 * <p>Differences that do not concern a translator leave it unchanged: spaces and line breaks, full and half width, composed and
 * decomposed characters, the kind of bracket and quotation mark, a 、 between two quotations, and whether a number is typed or
 * comes from a list. Example: {@code “甲”、“乙”（丙）} and {@code “甲”“乙” (丙)} have the same fingerprint.
 *
 * <p>Not thread-safe.
 */
final class BlockFingerprint {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String CLOSING = "”》」』】)";
    private static final String OPENING = "“《「『【(";

    private final MessageDigest sha256 = Digest.newSha256();

    /** The fingerprint of a block with a number, 0 if it has none, and its text without the number. */
    String of(int number, CharSequence text) {
        byte[] hash = sha256.digest((number + "|" + normalize(text)).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < 5; i++) {
            bits = bits << 8 | hash[i] & 0xFF;
        }
        StringBuilder out = new StringBuilder(7);
        for (int shift = 35; shift > 0; shift -= 5) {
            out.append(BASE32.charAt((int) (bits >>> shift) & 31));
        }
        return out.toString();
    }

    /** The text without the differences that do not count. */
    static String normalize(CharSequence text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text.toString()
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        char[] out = new char[composed.length()];
        int end = 0;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!CjkCharacters.isPlainLetter(c)) {
                c = normalizeChar(c);
                boolean afterQuotation = end > 1 && out[end - 1] == '、' && CLOSING.indexOf(out[end - 2]) >= 0;
                if (afterQuotation && OPENING.indexOf(c) >= 0) {
                    end--;
                }
            }
            if (c > ' ' && c != 0xA0 && !Character.isSpaceChar(c)) {
                out[end++] = c;
            }
        }
        return new String(out, 0, end);
    }

    private static char normalizeChar(char c) {
        return switch (c) {
            case '〔', '［', '﹝' -> '[';
            case '〕', '］', '﹞' -> ']';
            case '„', '＂', '"', '‟' -> '“';
            case '‘', '＇' -> '\'';
            case '’' -> '\'';
            default -> CjkCharacters.toHalfWidth(c);
        };
    }
}
