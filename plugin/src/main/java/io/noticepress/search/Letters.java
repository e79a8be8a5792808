package io.noticepress.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Characters as they are compared: without width, case, accents, and in simplified form; section 1 of the specification. Keeps
 * what it worked out. Safe for use by several threads: whichever writes, writes the same.
 */
final class Letters {
    /** What a character is to the tokens. */
    static final byte HAN = 1;

    static final byte DIGIT = 2;
    static final byte LETTER = 3;
    static final byte SPACE = 4;
    static final byte HYPHEN = 5;
    static final byte APOSTROPHE = 6;
    static final byte OTHER = 7;

    /** Of a character that is compared as several, or as none. */
    private static final int SEVERAL = 8 << 16;

    private final Folding folding;
    /** By UTF-16 unit the character as it is compared and, above its 16 bits, its class; 0 if it did not come up yet. */
    private final int[] known = new int[1 << 16];

    private final String[] several = new String[1 << 16];

    Letters(Folding folding) {
        this.folding = folding;
    }

    /**
     * Adds a text to a line, each of its characters as it is compared.
     *
     * @param line has room for as many characters
     */
    void add(String text, Line line) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            int entry = known[unit];
            if (entry == 0) {
                entry = know(unit);
            }
            if (entry < SEVERAL) {
                line.add(entry & 0xFFFF, (byte) (entry >>> 16));
            } else {
                int c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
                (c == unit ? several(unit) : normal(c)).codePoints().forEach(part -> line.add(part, classify(part)));
            }
        }
    }

    private int know(char unit) {
        String normal = several(unit);
        boolean one = normal.length() == 1 && !Character.isHighSurrogate(unit);
        int entry = one ? classify(normal.charAt(0)) << 16 | normal.charAt(0) : SEVERAL;
        known[unit] = entry;
        return entry;
    }

    private String several(char unit) {
        String there = several[unit];
        if (there == null) {
            there = normal(unit);
            several[unit] = there;
        }
        return there;
    }

    private String normal(int c) {
        if (c >= 0xD800 && c < 0xE000) {
            return "\uFFFD";
        }
        if (c == '○') {
            return "〇"; // so it is mostly meant in dates
        }
        String lower = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder();
        decomposed.codePoints().filter(part -> !isDropped(part)).forEach(part -> out.appendCodePoint(plain(part)));
        return out.toString();
    }

    private int plain(int c) {
        return switch (classify(c)) {
            case SPACE -> ' ';
            case HYPHEN -> '-';
            case APOSTROPHE -> '\'';
            case HAN -> folding.simplified(c);
            default -> c;
        };
    }

    /** Accents, variation selectors, joiners and the soft hyphen. */
    private static boolean isDropped(int c) {
        return in(c, 0x300, 0x36F)
                || in(c, 0xFE00, 0xFE0F)
                || in(c, 0xE0100, 0xE01EF)
                || in(c, 0x200B, 0x200F)
                || c == 0x2060
                || c == 0xAD
                || c == 0xFEFF;
    }

    /** The class of a normal character. The ranges are fixed here, so that no version of Unicode changes an index. */
    private static byte classify(int c) {
        if (in(c, 0x3400, 0x9FFF) || in(c, 0x20000, 0x3FFFF) || in(c, 0xF900, 0xFAFF) || c == 0x3005 || c == 0x3007) {
            return HAN;
        }
        if (in(c, '0', '9')) {
            return DIGIT;
        }
        if (in(c, 9, 13) || c == 0x20 || c == 0xA0 || in(c, 0x2000, 0x200A) || in(c, 0x2028, 0x2029) || c == 0x3000) {
            return SPACE;
        }
        if (c == '-' || in(c, 0x2010, 0x2015) || c == 0x2212) {
            return HYPHEN;
        }
        if (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC) {
            return APOSTROPHE;
        }
        boolean letter = in(c, 'a', 'z')
                || in(c, 0xDF, 0x2AF) && c != 0xF7
                || in(c, 0x370, 0x1FFF)
                || in(c, 0x2C00, 0x2DFF)
                || in(c, 0x3041, 0x30FF) && c != 0x30FB
                || in(c, 0x3105, 0x312F)
                || in(c, 0xA000, 0xD7AF);
        return letter ? LETTER : OTHER;
    }

    private static boolean in(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
