package io.noticepress.markdown.analysis;

import io.noticepress.markdown.text.CjkCharacters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/**
 * A short fingerprint of the words of a block: seven letters of the SHA-256 in the alphabet of base32 (RFC 4648), such as
 * {@code k3mzq7a}.
 *
 * <p>What a translator need not know of leaves it unchanged: blanks and line breaks, full and half width, composed and
 * decomposed letters, the kind of bracket and quote, the 、 that some put between two quotations, and whether a number was
 * typed or comes from a list. For one thread.
 */
final class BlockFingerprint {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String CLOSING = "”》」』】)";
    private static final String OPENING = "“《「『【(";

    private final MessageDigest digest = sha256();

    /** The fingerprint of {@code words}, whose number, if it has one, stands apart. */
    String of(int number, CharSequence words) {
        byte[] hash = digest.digest((number + "|" + normalize(words)).getBytes(StandardCharsets.UTF_8));
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

    /** {@code words} without the differences that do not count. */
    static String normalize(CharSequence words) {
        String composed = Normalizer.isNormalized(words, Normalizer.Form.NFC)
                ? words.toString()
                : Normalizer.normalize(words, Normalizer.Form.NFC);
        char[] out = new char[composed.length()];
        int end = 0;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!CjkCharacters.isPlainLetter(c)) {
                c = normalizeChar(c);
                boolean between = end > 1 && out[end - 1] == '、' && CLOSING.indexOf(out[end - 2]) >= 0;
                if (between && OPENING.indexOf(c) >= 0) {
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
