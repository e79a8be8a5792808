package io.noticepress.markdown;

/**
 * Characters that a reader cannot see but that change what is read: controls, zero-width and bidirectional marks, tags,
 * noncharacters. Variation selectors are fine, as is every letter.
 */
final class Hidden {
    private Hidden() {}

    /** Whether {@code c} is one of them; tab and line feed are not. */
    static boolean isHidden(int c) {
        return c < 0x20 && c != '\t' && c != '\n'
                || c >= 0x7F && c <= 0x9F
                || c == 0x061C
                || c == 0x180E
                || c >= 0x200B && c <= 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE
                || c >= 0xE0000 && c <= 0xE007F;
    }

    /** The first such character of {@code text}, or -1. */
    static int in(String text) {
        return text.codePoints().filter(Hidden::isHidden).findFirst().orElse(-1);
    }
}
