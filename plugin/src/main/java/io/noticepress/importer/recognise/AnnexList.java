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
 * What annexes a document has, as it says below its text (GB/T 9704-2012, 7.3.4): {@code 附件：1. 任务分解表}, each of several on a
 * line of its own.
 *
 * @param before the rows above the list
 * @param rows of the list; empty if there is none
 * @param titles of the annexes, without numbers and blanks
 * @param after the rows below it, such as whom to ask
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

    /** The list in these rows: the last that is labelled as one. */
    static AnnexList of(List<LayoutRow> text) {
        for (int i = text.size() - 1; i >= 0; i--) {
            Matcher label = LABEL.matcher(text.get(i).text());
            boolean begins = !text.get(i).isTable()
                    && label.matches()
                    && (!label.group("first").isEmpty()
                            || i + 1 < text.size() && itemEnd(text.get(i + 1).text()) > 0);
            if (begins) {
                return of(text, i, label.group("first"));
            }
        }
        return new AnnexList(text, List.of(), List.of(), List.of());
    }

    private static AnnexList of(List<LayoutRow> text, int start, String first) {
        boolean numbered = first.isEmpty() || itemEnd(first) > 0;
        List<LayoutRow> items = new ArrayList<>(List.of(text.get(start)));
        int next = start + 1;
        for (; next < text.size(); next++) {
            LayoutRow layoutRow = text.get(next);
            LayoutRow last = items.get(items.size() - 1);
            if (layoutRow.isTable() || layoutRow.endsSentence()) {
                break;
            }
            if (numbered && itemEnd(layoutRow.text()) > 0) {
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
        return new AnnexList(text.subList(0, start), items, titles, text.subList(next, text.size()));
    }

    /** Where the number of an annex ends; also of one whose title begins with a year: 1.2031年任务分解表. */
    private static int itemEnd(String text) {
        Matcher item = ITEM_BEFORE_YEAR.matcher(text);
        return item.lookingAt()
                ? item.end()
                : NumberMarker.of(text).map(NumberMarker::length).orElse(0);
    }

    private static String title(String line) {
        String plain = LABEL.matcher(line).replaceFirst("${first}");
        String bare = plain.substring(itemEnd(plain));
        return (DocumentPatterns.hasHan(bare) ? bare.replaceAll("[\\s\\u3000]+", "") : bare.strip())
                .replaceFirst("[；;。]$", "");
    }

    /** The list as one paragraph, a line for each annex. */
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

    /** Those of the annexes that are no part of the document. */
    List<String> missingFrom(List<RecognisedDocument.DocumentPart> parts) {
        List<String> labels = parts.stream()
                .map(documentPart -> documentPart.title().withoutBlanks())
                .filter(title -> DocumentPatterns.ANNEX_LABEL.matcher(title).lookingAt())
                .toList();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            String number = Integer.toString(i + 1);
            String title = titles.get(i).replaceAll("\\s", "");
            boolean there = labels.stream()
                    .anyMatch(label -> label.contains(title)
                            || label.matches("(?:附件|Annex|Appendix|Attachment)" + number + "(?!\\d).*")
                            || titles.size() == 1);
            if (!there) {
                missing.add(titles.get(i));
            }
        }
        return missing;
    }
}
