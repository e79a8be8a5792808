package io.noticepress.importer.draft;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.source.MappedText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as Markdown: what would mean something there is escaped, bold words and references to notes are marked. */
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

    /** The notes that were referred to. */
    Set<String> referencedNotes() {
        return referencedNotes;
    }

    /** Words in which nothing is bold: headings, which are so as a whole. */
    String withoutBold(MappedText words) {
        return toMarkdown(words, new boolean[words.length()]);
    }

    /** Words of which those are bold that the source sets so, from a place on. */
    String withBold(MappedText words, int from) {
        return toMarkdown(words, boldChars(words, from));
    }

    /** Whether the source sets a part of these words bold, and not all. */
    boolean isPartlyBold(MappedText words, int from) {
        for (boolean each : boldChars(words, from)) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private boolean[] boldChars(MappedText words, int from) {
        boolean[] bold = new boolean[words.length()];
        boolean all = true;
        for (int i = from; i < bold.length; i++) {
            boolean blank = Character.isWhitespace(words.text().charAt(i));
            bold[i] = marks.isBold(words.offsets()[i]) && !blank;
            all &= bold[i] || blank;
        }
        if (all) {
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

    private static boolean isBlankOrUnmapped(MappedText words, int place) {
        return words.offsets()[place] < 0 || Character.isWhitespace(words.text().charAt(place));
    }

    /** Bold stops and commas alone are leftovers of typing. */
    private static boolean[] withoutBoldPunctuation(String text, boolean[] bold) {
        for (int i = 0; i < bold.length; i++) {
            int end = i;
            boolean letters = false;
            while (end < bold.length && bold[end]) {
                letters |= Character.isLetterOrDigit(text.charAt(end));
                end++;
            }
            for (int j = i; j < end && !letters; j++) {
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
            boolean entity = c == '&'
                    && ENTITY.matcher(plain)
                            .region(i, Math.min(plain.length(), i + 40))
                            .lookingAt();
            out.append(bold[i] && (i == 0 || !bold[i - 1]) ? "**" : "");
            out.append(SPECIAL.indexOf(c) >= 0 || entity ? "\\" : "").append(c);
            boolean ends = bold[i] && (i + 1 == bold.length || !bold[i + 1]);
            out.append(ends ? "**" : "");
            for (String note : marks.referencesAfter(words.offsets()[i])) {
                referencedNotes.add(note);
                out.append("[^").append(note).append(']');
            }
        }
        return out.toString();
    }
}
