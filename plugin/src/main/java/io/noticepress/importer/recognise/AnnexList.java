package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.clean.ParagraphJoiner;
import io.noticepress.importer.source.MappedText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of annexes below the text of a document (GB/T 9704-2012, 7.3.4), one annex a line.
 *
 * <p>Example: the rows {@code 附件：1. 任务分解表} and {@code 2. 联系人名单} give the titles {@code 任务分解表} and {@code 联系人名单}.
 *
 * @param before rows above the list
 * @param rows rows of the list; empty if there is none
 * @param titles titles of the annexes, without numbers and blanks
 * @param after rows below the list, such as contacts
 */
record AnnexList(List<LayoutRow> before, List<LayoutRow> rows, List<String> titles, List<LayoutRow> after) {
    private static final Pattern LABEL = Pattern.compile(
            "(?:附\\s*件?|Annex(?:es)?|Attachments?|Enclosures?|Appendi(?:x|ces))\\s*[：:]\\s*(?<first>.*)");

    private static final Pattern ITEM_BEFORE_YEAR = Pattern.compile("[0-9０-９]{1,2}\\s?[.．、](?=(?:19|20)\\d{2}年?)");

    AnnexList {
        before = List.copyOf(before);
        rows = List.copyOf(rows);
        titles = List.copyOf(titles);
        after = List.copyOf(after);
    }

    /** Finds the last labelled list in the rows. */
    static AnnexList of(List<LayoutRow> textRows) {
        for (int i = textRows.size() - 1; i >= 0; i--) {
            Matcher label = LABEL.matcher(textRows.get(i).text());
            boolean startsList = !textRows.get(i).isTable()
                    && label.matches()
                    && (!label.group("first").isEmpty()
                            || i + 1 < textRows.size()
                                    && itemEnd(textRows.get(i + 1).text()) > 0);
            if (startsList) {
                return of(textRows, i, label.group("first"));
            }
        }
        return new AnnexList(textRows, List.of(), List.of(), List.of());
    }

    private static AnnexList of(List<LayoutRow> textRows, int start, String first) {
        boolean isNumbered = first.isEmpty() || itemEnd(first) > 0;
        List<LayoutRow> items = new ArrayList<>(List.of(textRows.get(start)));
        int next = start + 1;
        for (; next < textRows.size(); next++) {
            LayoutRow layoutRow = textRows.get(next);
            LayoutRow last = items.get(items.size() - 1);
            if (layoutRow.isTable() || layoutRow.endsSentence()) {
                break;
            }
            if (isNumbered && itemEnd(layoutRow.text()) > 0) {
                items.add(layoutRow);
            } else if (last.reachesMargin()
                    || layoutRow.blankLinesBefore() == 0 && !layoutRow.text().matches(".*[：:].*")) {
                items.set(items.size() - 1, ParagraphJoiner.join(last, layoutRow));
            } else {
                break;
            }
        }
        List<String> titles = items.stream()
                .map(layoutRow -> title(layoutRow.text()))
                .filter(title -> !title.isEmpty())
                .toList();
        return new AnnexList(textRows.subList(0, start), items, titles, textRows.subList(next, textRows.size()));
    }

    /** The length of an annex number, also before a title that begins with a year: 1.2031年任务分解表; 0 if there is none. */
    private static int itemEnd(String text) {
        Matcher item = ITEM_BEFORE_YEAR.matcher(text);
        return item.lookingAt()
                ? item.end()
                : NumberMarker.of(text).map(NumberMarker::length).orElse(0);
    }

    private static String title(String line) {
        String unlabelled = LABEL.matcher(line).replaceFirst("${first}");
        String title = unlabelled.substring(itemEnd(unlabelled));
        return (DocumentPatterns.hasHan(title) ? DocumentPatterns.withoutBlanks(title) : title.strip())
                .replaceFirst("[；;。]$", "");
    }

    /** The list as one paragraph with a line for each annex; empty if there is no list. */
    List<LayoutRow> asParagraph() {
        if (rows.isEmpty()) {
            return List.of();
        }
        MappedText words = rows.get(0).mappedText();
        for (LayoutRow layoutRow : rows.subList(1, rows.size())) {
            words = words.plus(MappedText.unmapped("\n")).plus(layoutRow.mappedText());
        }
        return List.of(LayoutRow.of(words, rows.get(0)));
    }

    /** The titles of the listed annexes that are not among the parts of the document. */
    List<String> missingFrom(List<RecognisedDocument.DocumentPart> parts) {
        List<String> labels = parts.stream()
                .map(documentPart -> documentPart.title().withoutBlanks())
                .filter(title -> DocumentPatterns.ANNEX_LABEL.matcher(title).lookingAt())
                .toList();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            String number = Integer.toString(i + 1);
            String title = titles.get(i).replaceAll("\\s", "");
            boolean isPresent = labels.stream()
                    .anyMatch(label -> label.contains(title)
                            || label.matches("(?:附件|Annex|Appendix|Attachment)" + number + "(?!\\d).*")
                            || titles.size() == 1);
            if (!isPresent) {
                missing.add(titles.get(i));
            }
        }
        return missing;
    }
}
