package io.noticepress.markdown.lint;

import io.noticepress.markdown.text.CjkCharacters;
import java.util.regex.Pattern;

/**
 * Recognises a line that consists of a classification marking (密级, GB/T 9704-2012, 7.2.2), such as {@code 机密★10年}.
 *
 * <p>The word within a sentence, {@code 国家机密不得泄露}, is no marking, nor is the bare word 机密 as a list item or table cell.
 */
public final class ClassificationMark {
    private static final String OPEN = "[(【\\[〔]?";
    private static final String CLOSE = "[)】\\]〕]?[。.]?";
    private static final String LABEL = "(?:(?:密级|秘密等级|保密级别|密级和保密期限)[:]?)";
    private static final String DURATION = "(?:长期|(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:年|个月|月|天|日)?)";
    private static final String STAR = "[★☆*]{1,2}";
    private static final Pattern MARK = Pattern.compile(OPEN + LABEL + "?" + OPEN + "(?:绝密|机密|秘密)级?" + CLOSE + "(?:"
            + STAR + DURATION + "?|[(]?" + DURATION + "[)]?)?" + CLOSE + "(?:特提|特急|加急|平急)?");
    private static final Pattern UNAMBIGUOUS = Pattern.compile(".*(?:[★☆*]|密级|秘密等级|保密级别).*");
    /** The English word counts in capitals, or in any case before a star. */
    private static final Pattern ENGLISH = Pattern.compile("[\\[(]?(?:(?i:classification|security):?)?"
            + "(?:TOPSECRET|SECRET|CONFIDENTIAL|(?i:topsecret|secret|confidential)(?=" + STAR + "))"
            + "(?:" + STAR + "(?i:\\d{1,3}(?:years?|y)?|long-?term)?)?[\\])]?\\.?");

    private ClassificationMark() {}

    /**
     * Whether {@code line} is a classification marking.
     *
     * @param standalone whether it is a line of a paragraph or heading, not a list item or table cell
     */
    public static boolean isMark(String line, boolean standalone) {
        if (line.length() > 60) {
            return false;
        }
        StringBuilder normalized = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                normalized.append(CjkCharacters.toHalfWidth(c));
            }
        }
        Pattern mark = normalized.indexOf("密") >= 0 ? MARK : ENGLISH;
        return mark.matcher(normalized).matches()
                && (standalone || UNAMBIGUOUS.matcher(normalized).matches());
    }
}
