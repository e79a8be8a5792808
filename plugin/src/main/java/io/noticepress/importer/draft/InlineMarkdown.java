package io.noticepress.importer.draft;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.source.MappedText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes text as inline Markdown: escapes special characters, marks bold text and footnote references.
 *
 * <p>Example: {@code a*b} becomes {@code a\*b}; {@code 时间：周一} with a bold label becomes {@code **时间**：周一}.
 */
final class InlineMarkdown {
    private static final String SPECIAL = "\\`*_[]<|~\n";

    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");

    private final CharLedger charLedger;
    private final TextMarkIndex marks;
    private final Set<String> referencedNotes = new HashSet<>();

    InlineMarkdown(CharLedger charLedger, TextMarkIndex marks) {
        this.charLedger = charLedger;
        this.marks = marks;
    }

    /** The numbers of the notes that the text refers to. */
    Set<String> referencedNotes() {
        return referencedNotes;
    }

    /** Writes text without bold, such as a heading. */
    String withoutBold(MappedText words) {
        return toMarkdown(words, new boolean[words.length()]);
    }

    /** Writes text with the bold of the source, from an index on. */
    String withBold(MappedText words, int from) {
        return toMarkdown(words, boldChars(words, from));
    }

    /** Whether a part of the text is bold in the source, but not all of it. */
    boolean isPartlyBold(MappedText words, int from) {
        for (boolean each : boldChars(words, from)) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** The bold characters from an index on, including blanks between them; none if all are bold. */
    private boolean[] boldChars(MappedText words, int from) {
        boolean[] bold = new boolean[words.length()];
        boolean isAllBold = true;
        for (int i = from; i < bold.length; i++) {
            boolean isBlank = Character.isWhitespace(words.text().charAt(i));
            bold[i] = marks.isBold(words.offsets()[i]) && !isBlank;
            isAllBold &= bold[i] || isBlank;
        }
        if (isAllBold) {
            return new boolean[words.length()];
        }
        for (int i = from; i < bold.length; i++) {
            int end = i;
            while (end < bold.length && !bold[end] && isBlankOrUnmapped(words, end)) {
                end++;
            }
            if (i > from && bold[i - 1] && end < bold.length && bold[end]) {
                Arrays.fill(bold, i, end, true);
            }
            i = Math.max(i, end - 1);
        }
        return withoutBoldPunctuation(words.text(), bold);
    }

    private static boolean isBlankOrUnmapped(MappedText words, int index) {
        return words.offsets()[index] < 0 || Character.isWhitespace(words.text().charAt(index));
    }

    /** Removes bold from runs without a letter or digit, which are left over from editing. */
    private static boolean[] withoutBoldPunctuation(String text, boolean[] bold) {
        for (int i = 0; i < bold.length; i++) {
            int end = i;
            boolean hasLetters = false;
            while (end < bold.length && bold[end]) {
                hasLetters |= Character.isLetterOrDigit(text.charAt(end));
                end++;
            }
            for (int j = i; j < end && !hasLetters; j++) {
                bold[j] = false;
            }
            i = Math.max(i, end - 1);
        }
        return bold;
    }

    private String toMarkdown(MappedText words, boolean[] bold) {
        charLedger.keep(words, "text");
        StringBuilder out = new StringBuilder();
        String plain = words.text();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean isEntity = c == '&'
                    && ENTITY.matcher(plain)
                            .region(i, Math.min(plain.length(), i + 40))
                            .lookingAt();
            out.append(bold[i] && (i == 0 || !bold[i - 1]) ? "**" : "");
            out.append(SPECIAL.indexOf(c) >= 0 || isEntity ? "\\" : "").append(c);
            boolean endsBold = bold[i] && (i + 1 == bold.length || !bold[i + 1]);
            out.append(endsBold ? "**" : "");
            for (String note : marks.referencesAfter(words.offsets()[i])) {
                referencedNotes.add(note);
                out.append("[^").append(note).append(']');
            }
        }
        return out.toString();
    }
}
