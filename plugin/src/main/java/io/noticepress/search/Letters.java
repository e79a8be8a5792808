package io.noticepress.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Characters as they are compared: without width, case, accents, and in simplified form; section 1 of the specification. Keeps
 * what it worked out; for one thread.
 */
final class Letters {
    /** What a character is to the tokens. */
    enum Class {
        HAN,
        DIGIT,
        LETTER,
        SPACE,
        HYPHEN,
        APOSTROPHE,
        OTHER
    }

    private final Folding folding;
    private final String[] known = new String[1 << 16];
    private final Class[] classes = new Class[1 << 16];

    Letters(Folding folding) {
        this.folding = folding;
    }

    /** A text, each of its characters as it is compared. */
    String normal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c >= 0x10000) {
                out.append(normal(c));
                continue;
            }
            String there = known[c];
            if (there == null) {
                there = normal(c);
                known[c] = there;
            }
            out.append(there);
        }
        return out.toString();
    }

    /** A normal text without the blanks and hyphens between two Chinese characters. */
    String joined(String normal) {
        StringBuilder out = new StringBuilder(normal.length());
        int kept = 0;
        for (int i = 1; i < normal.length(); i++) {
            if (!isGap(normal.charAt(i - 1)) || isGap(normal.charAt(i))) {
                continue;
            }
            int from = i - 1;
            while (from > 0 && isGap(normal.charAt(from - 1))) {
                from--;
            }
            if (from > 0 && of(normal.codePointBefore(from)) == Class.HAN && of(normal.codePointAt(i)) == Class.HAN) {
                out.append(normal, kept, from);
                kept = i;
            }
        }
        return kept == 0 ? normal : out.append(normal, kept, normal.length()).toString();
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-';
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
        return switch (of(c)) {
            case SPACE -> ' ';
            case HYPHEN -> '-';
            case APOSTROPHE -> '\'';
            case HAN -> folding.simplified(c);
            case DIGIT, LETTER, OTHER -> c;
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
    Class of(int c) {
        if (c >= 0x10000) {
            return classify(c);
        }
        Class there = classes[c];
        if (there == null) {
            there = classify(c);
            classes[c] = there;
        }
        return there;
    }

    private static Class classify(int c) {
        if (in(c, 0x3400, 0x9FFF) || in(c, 0x20000, 0x3FFFF) || in(c, 0xF900, 0xFAFF) || c == 0x3005 || c == 0x3007) {
            return Class.HAN;
        }
        if (in(c, '0', '9')) {
            return Class.DIGIT;
        }
        if (in(c, 9, 13) || c == 0x20 || c == 0xA0 || in(c, 0x2000, 0x200A) || in(c, 0x2028, 0x2029) || c == 0x3000) {
            return Class.SPACE;
        }
        if (c == '-' || in(c, 0x2010, 0x2015) || c == 0x2212) {
            return Class.HYPHEN;
        }
        if (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC) {
            return Class.APOSTROPHE;
        }
        boolean letter = in(c, 'a', 'z')
                || in(c, 0xDF, 0x2AF) && c != 0xF7
                || in(c, 0x370, 0x1FFF)
                || in(c, 0x2C00, 0x2DFF)
                || in(c, 0x3041, 0x30FF) && c != 0x30FB
                || in(c, 0x3105, 0x312F)
                || in(c, 0xA000, 0xD7AF);
        return letter ? Class.LETTER : Class.OTHER;
    }

    private static boolean in(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
