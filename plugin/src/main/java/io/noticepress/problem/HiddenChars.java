package io.noticepress.problem;

import java.util.Locale;

/**
 * Invisible characters, which can make a text differ from what it shows: bidi controls, zero-width characters, control
 * characters, tags, line separators, noncharacters (Unicode 13, chapters 2, 16 and 23; CVE-2021-42574).
 *
 * <p>The table is part of the code, as the answers of the JDK depend on its Unicode version. Variation selectors, combining
 * marks and letters of all scripts are not hidden characters.
 */
public final class HiddenChars {
    private static final int[][] RANGES = {
        {0x0000, 0x0008}, // controls, without tab and line feed
        {0x000B, 0x001F},
        {0x007F, 0x009F},
        {0x00AD, 0x00AD}, // soft hyphen
        {0x061C, 0x061C}, // Arabic letter mark, a bidi control
        {0x180E, 0x180E}, // Mongolian vowel separator
        {0x200B, 0x200F}, // zero width space, joiners, left-to-right and right-to-left marks
        {0x2028, 0x202E}, // line and paragraph separators, embeddings and overrides
        {0x2060, 0x206F}, // word joiner, invisible operators, isolates
        {0xD800, 0xDFFF}, // unpaired surrogates
        {0xFDD0, 0xFDEF}, // noncharacters
        {0xFEFF, 0xFEFF}, // zero width no-break space
        {0xFFF9, 0xFFFB}, // interlinear annotation
        {0x1BCA0, 0x1BCA3}, // shorthand format controls
        {0x1D173, 0x1D17A}, // musical format controls
        {0xE0000, 0xE007F}, // tags
    };

    private HiddenChars() {}

    /** Whether a code point is a hidden character. */
    public static boolean isHidden(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7F || codePoint > 0x206F && codePoint < 0xD800 || codePoint == '\n') {
            return false; // fast path: ASCII and Chinese are nearly all input
        }
        if ((codePoint & 0xFFFE) == 0xFFFE) {
            return true;
        }
        for (int[] range : RANGES) {
            if (codePoint < range[0]) {
                return false;
            }
            if (codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text contains a hidden character. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(HiddenChars::isHidden);
    }

    /** The name of a character in messages: {@code U+202E}. */
    public static String codePointName(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** The text with its hidden characters made visible: {@code a⟨U+202E⟩b}. */
    public static String escape(String text) {
        if (!isIn(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                out.append('⟨').append(codePointName(c)).append('⟩');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** The problem of having a hidden character at a place. */
    public static Problem problem(Location at, int codePoint) {
        return Problem.of(
                ProblemCode.HIDDEN_CHARACTER,
                at,
                1,
                Message.of("这里有一个看不见的字符 {0}", "hidden character {0}", codePointName(codePoint)),
                Message.of("删去这个字符；它多是从别处粘贴时带来的", "delete it; such characters usually come from pasted text"));
    }
}
