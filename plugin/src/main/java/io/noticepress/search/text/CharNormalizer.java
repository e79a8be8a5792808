package io.noticepress.search.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Normalizes characters for comparison: removes width, case and accents, and converts traditional to simplified Chinese;
 * {@code Ａ é 國} become {@code a e 国}. Section 1 of {@code search.md}. Caches the result of each character. Safe for use by
 * several threads without locks: all of them write the same values.
 */
public final class CharNormalizer {
    /** The classes of characters, by which text is split into tokens. */
    static final byte HAN = 1;

    static final byte DIGIT = 2;
    static final byte LETTER = 3;
    static final byte SPACE = 4;
    static final byte HYPHEN = 5;
    static final byte APOSTROPHE = 6;
    static final byte OTHER = 7;

    /** Marks an entry whose character is normalized to several characters or to none. */
    private static final int EXPANDED = 8 << 16;

    private final SimplifiedFolding simplifiedFolding;
    /** By UTF-16 unit: the normalized character in the lower 16 bits, its class above them; 0 if not computed yet. */
    private final int[] entries = new int[1 << 16];

    private final String[] expansions = new String[1 << 16];

    public CharNormalizer(SimplifiedFolding simplifiedFolding) {
        this.simplifiedFolding = simplifiedFolding;
    }

    /**
     * Appends the normalized characters of a text to a line.
     */
    void appendTo(String text, NormalizedLine line) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            int entry = entries[unit];
            if (entry == 0) {
                entry = computeEntry(unit);
            }
            if (entry < EXPANDED) {
                line.append(entry & 0xFFFF, (byte) (entry >>> 16));
            } else {
                int c = text.codePointAt(i);
                i += Character.charCount(c) - 1;
                (c == unit ? expansion(unit) : normalize(c))
                        .codePoints()
                        .forEach(part -> line.append(part, classify(part)));
            }
        }
    }

    private int computeEntry(char unit) {
        String normal = expansion(unit);
        boolean isSingle = normal.length() == 1 && !Character.isHighSurrogate(unit);
        int entry = isSingle ? classify(normal.charAt(0)) << 16 | normal.charAt(0) : EXPANDED;
        entries[unit] = entry;
        return entry;
    }

    private String expansion(char unit) {
        String known = expansions[unit];
        if (known == null) {
            known = normalize(unit);
            expansions[unit] = known;
        }
        return known;
    }

    private String normalize(int c) {
        if (c >= 0xD800 && c < 0xE000) {
            return "\uFFFD";
        }
        if (c == '○') {
            return "〇"; // in dates, ○ is often typed for it
        }
        String lower = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder();
        decomposed.codePoints().filter(part -> !isDropped(part)).forEach(part -> out.appendCodePoint(simplify(part)));
        return out.toString();
    }

    private int simplify(int c) {
        return switch (classify(c)) {
            case SPACE -> ' ';
            case HYPHEN -> '-';
            case APOSTROPHE -> '\'';
            case HAN -> simplifiedFolding.simplified(c);
            default -> c;
        };
    }

    /** Whether a character is removed: accents, variation selectors, joiners and the soft hyphen. */
    private static boolean isDropped(int c) {
        return isBetween(c, 0x300, 0x36F)
                || isBetween(c, 0xFE00, 0xFE0F)
                || isBetween(c, 0xE0100, 0xE01EF)
                || isBetween(c, 0x200B, 0x200F)
                || c == 0x2060
                || c == 0xAD
                || c == 0xFEFF;
    }

    /** The class of a normalized character. The ranges are fixed, so that no version of Unicode changes an index. */
    private static byte classify(int c) {
        if (isBetween(c, 0x3400, 0x9FFF)
                || isBetween(c, 0x20000, 0x3FFFF)
                || isBetween(c, 0xF900, 0xFAFF)
                || c == 0x3005
                || c == 0x3007) {
            return HAN;
        }
        if (isBetween(c, '0', '9')) {
            return DIGIT;
        }
        if (isBetween(c, 9, 13)
                || c == 0x20
                || c == 0xA0
                || isBetween(c, 0x2000, 0x200A)
                || isBetween(c, 0x2028, 0x2029)
                || c == 0x3000) {
            return SPACE;
        }
        if (c == '-' || isBetween(c, 0x2010, 0x2015) || c == 0x2212) {
            return HYPHEN;
        }
        if (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC) {
            return APOSTROPHE;
        }
        boolean isLetter = isBetween(c, 'a', 'z')
                || isBetween(c, 0xDF, 0x2AF) && c != 0xF7
                || isBetween(c, 0x370, 0x1FFF)
                || isBetween(c, 0x2C00, 0x2DFF)
                || isBetween(c, 0x3041, 0x30FF) && c != 0x30FB
                || isBetween(c, 0x3105, 0x312F)
                || isBetween(c, 0xA000, 0xD7AF);
        return isLetter ? LETTER : OTHER;
    }

    private static boolean isBetween(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
