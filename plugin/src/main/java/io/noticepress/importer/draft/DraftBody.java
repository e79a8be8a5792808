package io.noticepress.importer.draft;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.recognise.RecognisedDocument;
import io.noticepress.markdown.text.NumberMarker;
import io.noticepress.markdown.text.NumberMarker.NumberingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the parts of a document as Markdown, and the same blocks with {@code TODO} for a translation.
 *
 * <p>Example: the row {@code 一、总体要求} gives {@code ## 一、总体要求}, and {@code ## I. TODO} for an English translation.
 */
public final class DraftBody {
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\[\\^\\d+\\]");
    private static final int MAX_RUN_IN_LENGTH = 40;

    private final RecognisedDocument document;
    private final InlineMarkdown inlineMarkdown;
    private final StringBuilder originalText = new StringBuilder();
    private final StringBuilder stubText = new StringBuilder();
    private final boolean isStubChinese;

    /** Writes the body; assigns its characters in the ledger and may add remarks to the document. */
    public DraftBody(RecognisedDocument document, CharLedger charLedger, TextMarkIndex textMarkIndex) {
        this.document = document;
        this.inlineMarkdown = new InlineMarkdown(charLedger, textMarkIndex);
        this.isStubChinese = !document.isChinese;
        for (RecognisedDocument.DocumentPart documentPart : document.parts) {
            if (!documentPart.title().isEmpty()) {
                addBlock(
                        "# " + inlineMarkdown.withoutBold(documentPart.title()),
                        "# " + stubAnnexLabel(documentPart.title().text()) + "TODO");
            }
            boolean runIn = hasRunInHeadings(documentPart.paragraphs());
            addRows(documentPart.paragraphs(), runIn);
        }
        addFootnotes();
    }

    /** The body of the original. */
    public String original() {
        return originalText.toString();
    }

    /** The body of a translation: the same blocks with {@code TODO}. */
    public String translationStub() {
        return stubText.toString();
    }

    private void addRows(List<LayoutRow> rows, boolean runIn) {
        HeadingLevels headingLevels = new HeadingLevels();
        for (int i = 0; i < rows.size(); i++) {
            LayoutRow layoutRow = rows.get(i);
            if (layoutRow.isTable()) {
                int end = i;
                while (end < rows.size() && rows.get(end).isTable()) {
                    end++;
                }
                addTable(rows.subList(i, end));
                i = end - 1;
                continue;
            }
            Optional<NumberMarker> marker = layoutRow.marker();
            String prefix = headingLevels.nextPrefix(layoutRow);
            String todo = marker.map(found -> stubItemNumber(found)).orElse("") + "TODO";
            String words = prefix.isEmpty()
                    ? escapeLineStart(paragraph(layoutRow, marker, runIn), marker)
                    : inlineMarkdown.withoutBold(layoutRow.mappedText());
            addBlock(prefix + words, prefix + todo + references(words));
        }
    }

    private void addBlock(String original, String translation) {
        originalText
                .append(originalText.length() == 0 ? "" : "\n")
                .append(original)
                .append('\n');
        stubText.append(stubText.length() == 0 ? "" : "\n").append(translation).append('\n');
    }

    private String stubAnnexLabel(String title) {
        if (!title.matches("(?:附\\s*件|(?:Annex|Appendix|Attachment)\\b).*")) {
            return "";
        }
        String number = title.replaceFirst("^\\D*?([0-9]{0,2}).*", "$1");
        return (isStubChinese ? "附件" : "Annex") + (number.isEmpty() || isStubChinese ? number : " " + number) + " ";
    }

    private String stubItemNumber(NumberMarker numberMarker) {
        if (numberMarker.number() == 0) {
            return "";
        }
        String number = NumberMarker.format(numberMarker.level(), numberMarker.number(), isStubChinese);
        return number + (isStubChinese && numberMarker.level() != NumberingLevel.THIRD ? "" : " ");
    }

    /** Whether every numbered item begins with a run-in heading, a short first sentence. */
    private static boolean hasRunInHeadings(List<LayoutRow> rows) {
        List<LayoutRow> items = rows.stream()
                .filter(layoutRow -> layoutRow
                        .marker()
                        .map(NumberMarker::level)
                        .filter(numberingLevel -> numberingLevel == NumberingLevel.THIRD)
                        .isPresent())
                .toList();
        return items.size() > 1 && items.stream().allMatch(layoutRow -> runInHeadingEnd(layoutRow) > 0);
    }

    /** The end of a run-in heading; 0 if there is none. */
    private static int runInHeadingEnd(LayoutRow layoutRow) {
        int from = layoutRow.marker().map(NumberMarker::length).orElse(0);
        int stop = layoutRow.text().indexOf('。', from);
        return stop > from
                        && stop - from <= MAX_RUN_IN_LENGTH
                        && stop + 1 < layoutRow.length()
                        && !layoutRow.text().substring(from, stop).matches(".*[，；：].*")
                ? stop + 1
                : 0;
    }

    private String paragraph(LayoutRow layoutRow, Optional<NumberMarker> marker, boolean runIn) {
        int from = marker.map(NumberMarker::length).orElse(0);
        while (marker.isPresent()
                && from < layoutRow.length()
                && isBlank(layoutRow.text().charAt(from))) {
            from++;
        }
        boolean isItem = marker.map(NumberMarker::level)
                .filter(numberingLevel -> numberingLevel == NumberingLevel.THIRD)
                .isPresent();
        if (!runIn || !isItem || inlineMarkdown.isPartlyBold(layoutRow.mappedText(), from)) {
            return inlineMarkdown.withBold(layoutRow.mappedText(), from);
        }
        int end = runInHeadingEnd(layoutRow);
        return inlineMarkdown.withoutBold(layoutRow.mappedText().sub(0, from)) + "**"
                + inlineMarkdown.withoutBold(layoutRow.mappedText().sub(from, end)) + "** "
                + inlineMarkdown.withoutBold(layoutRow.mappedText().sub(end));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u3000';
    }

    /** The footnote references in a text, such as {@code [^1]}, joined. */
    private static String references(String words) {
        return REFERENCE.matcher(words).results().map(MatchResult::group).collect(Collectors.joining());
    }

    /** Adds the footnotes at the end; those without a reference become paragraphs. */
    private void addFootnotes() {
        document.footnotes.forEach((number, words) -> {
            if (inlineMarkdown.referencedNotes().contains(number)) {
                addBlock("[^" + number + "]: " + inlineMarkdown.withBold(words, 0), "[^" + number + "]: TODO");
                return;
            }
            document.addRemark(
                    "注 " + number + " 在正文中没有对应位置，列在文末",
                    "note " + number + " is referred to nowhere; it stands at the end");
            String label = document.isChinese ? "注" + number + "：" : "Note " + number + ": ";
            addBlock(label + inlineMarkdown.withBold(words, 0), "TODO");
        });
    }

    private void addTable(List<LayoutRow> rows) {
        int columns = rows.stream()
                .mapToInt(layoutRow -> layoutRow.cells().size())
                .max()
                .orElse(1);
        List<String> lines = new ArrayList<>();
        List<String> stubLines = new ArrayList<>();
        for (LayoutRow layoutRow : rows) {
            StringBuilder line = new StringBuilder("|");
            StringBuilder stubLine = new StringBuilder("|");
            for (int i = 0; i < columns; i++) {
                String words = i < layoutRow.cells().size()
                        ? inlineMarkdown.withBold(layoutRow.cells().get(i), 0).strip()
                        : "";
                line.append(' ').append(words).append(" |");
                stubLine.append(" TODO").append(references(words)).append(" |");
            }
            lines.add(line.toString());
            stubLines.add(stubLine.toString());
        }
        String delimiterRow = "|" + " --- |".repeat(columns);
        lines.add(1, delimiterRow);
        stubLines.add(1, delimiterRow);
        addBlock(String.join("\n", lines), String.join("\n", stubLines));
    }

    /** Escapes the beginning of a paragraph that Markdown would parse as a heading, a quote, or a list without a recognised number. */
    private static String escapeLineStart(String words, Optional<NumberMarker> marker) {
        boolean isUnrecognisedItem = marker.isEmpty() && words.matches("(?s)\\d{1,9}[.)](?:\\s.*)?");
        if (isUnrecognisedItem) {
            return words.replaceFirst("([.)])", "\\\\$1");
        }
        return words.matches("(?s)[#>+=-].*") ? "\\" + words : words;
    }
}
