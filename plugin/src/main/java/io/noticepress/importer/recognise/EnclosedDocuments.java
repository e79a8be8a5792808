package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.clean.ParagraphJoiner;
import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises the documents that follow the notice: those it issues, and its annexes (GB/T 9704-2012, 7.3.7). */
final class EnclosedDocuments {
    private static final Pattern QUOTED_TITLE = Pattern.compile("《([^《》]+)》");
    private static final Pattern ISSUED_TITLE =
            Pattern.compile("(?<=印发|转发|公布|发布)《([^《》]+)》|《([^《》]+)》(?=[^《》。]{0,6}(?:印发|转发|公布|发布))");
    private static final int MAX_TITLE_ROWS = 4;
    private static final int MAX_TITLE_WIDTH = 40;

    private final RowCursor rows;
    private final RecognisedDocument document;
    private final ParagraphJoiner paragraphJoiner;

    EnclosedDocuments(RowCursor rows, RecognisedDocument document, ParagraphJoiner paragraphJoiner) {
        this.rows = rows;
        this.document = document;
        this.paragraphJoiner = paragraphJoiner;
    }

    /** Index of the first annex after a row, for a document without a date; the number of rows if there is none. */
    int findFirstAnnex(int from) {
        for (int i = from + 1; i < rows.size(); i++) {
            if (isAnnex(i)) {
                return i;
            }
        }
        return rows.size();
    }

    private boolean isAnnex(int index) {
        LayoutRow layoutRow = rows.get(index);
        if (layoutRow.isTable() || layoutRow.isLong()) {
            return false;
        }
        String text = layoutRow.text();
        boolean isList = text.matches("附\\s*件\\s*[：:]\\s*[1１][.．、].*");
        return DocumentPatterns.BARE_ANNEX_LABEL.matcher(text).matches()
                || DocumentPatterns.ANNEX_LABEL.matcher(text).matches() && !isList && !layoutRow.endsSentence();
    }

    /**
     * Takes all remaining rows.
     *
     * @param listedTitles titles in the list of annexes, to recognise annexes without a label
     */
    void take(List<String> listedTitles) {
        Set<String> titles = new HashSet<>(listedTitles);
        collectTitles(document.title.withoutBlanks(), titles);
        document.parts
                .get(0)
                .paragraphs()
                .forEach(layoutRow -> collectTitles(layoutRow.mappedText().withoutBlanks(), titles));
        MappedText title = MappedText.EMPTY;
        List<LayoutRow> text = new ArrayList<>();
        boolean isFirstRow = true;
        while (!rows.isAtEnd()) {
            int titleEnd = isAnnex(rows.position()) ? annexEnd(titles) : titleEnd(titles, isFirstRow);
            if (titleEnd > rows.position()) {
                addPart(title, text);
                title = joinRows(rows.position(), titleEnd);
                rows.moveTo(titleEnd);
            } else {
                text.add(rows.next());
            }
            isFirstRow = false;
        }
        addPart(title, text);
    }

    private static void collectTitles(String text, Set<String> titles) {
        Matcher quoted = QUOTED_TITLE.matcher(text);
        while (quoted.find()) {
            titles.add(quoted.group(1));
        }
    }

    /** End of the title of an issued document that begins here: a title that the notice quotes, or, in the first row, any short line. */
    private int titleEnd(Set<String> titles, boolean isFirstRow) {
        int named = namedTitleEnd(rows.position(), titles);
        LayoutRow layoutRow = rows.get(rows.position());
        return named > rows.position()
                ? named
                : isFirstRow && isTitle(layoutRow) ? rows.position() + 1 : rows.position();
    }

    /** End of one of the titles, if it begins at a row and spans at most four; otherwise that row. */
    private int namedTitleEnd(int from, Set<String> titles) {
        StringBuilder title = new StringBuilder();
        for (int i = from;
                i < Math.min(rows.size(), from + MAX_TITLE_ROWS) && !rows.get(i).isTable();
                i++) {
            title.append(rows.get(i).mappedText().withoutBlanks());
            if (titles.contains(title.toString())) {
                return i + 1;
            }
        }
        return from;
    }

    private static boolean isTitle(LayoutRow layoutRow) {
        return !layoutRow.isTable()
                && !layoutRow.endsSentence()
                && layoutRow.marker().isEmpty()
                && layoutRow.width() <= MAX_TITLE_WIDTH
                && !layoutRow.reachesMargin()
                && !layoutRow.text().matches(".*[：:].*");
    }

    /** End of the label and the title of an annex that begins here. */
    private int annexEnd(Set<String> titles) {
        LayoutRow layoutRow = rows.get(rows.position());
        int end = rows.position() + 1;
        if (!DocumentPatterns.BARE_ANNEX_LABEL.matcher(layoutRow.text()).matches() || end >= rows.size()) {
            return end;
        }
        int named = namedTitleEnd(end, titles);
        return named > end ? named : isTitle(rows.get(end)) ? end + 1 : end;
    }

    private MappedText joinRows(int from, int to) {
        MappedText words = rows.get(from).mappedText();
        for (int i = from + 1; i < to; i++) {
            boolean needsBlank = i == from + 1 && isAnnex(from) && !words.text().matches(".*[：:]");
            words = words.plus(needsBlank ? MappedText.unmapped(" ") : MappedText.EMPTY)
                    .plus(rows.get(i).mappedText());
        }
        return words;
    }

    /** Adds a part; text without a title gets the title that the notice quotes, or {@code TODO}. */
    private void addPart(MappedText title, List<LayoutRow> text) {
        if (title.isEmpty() && text.isEmpty()) {
            return;
        }
        MappedText named = title;
        if (title.isEmpty()) {
            Matcher name = ISSUED_TITLE.matcher(document.parts.get(0).paragraphs().stream()
                    .map(LayoutRow::text)
                    .collect(Collectors.joining()));
            boolean inferred = name.find();
            named = MappedText.unmapped(!inferred ? "TODO" : name.group(1) != null ? name.group(1) : name.group(2));
            if (inferred) {
                document.addRemark(
                        "印发件的标题系推定：来源没有，取自书名号内。",
                        "The title of the issued document is inferred: it is drawn from the text.");
            }
        }
        document.parts.add(new RecognisedDocument.DocumentPart(named, paragraphJoiner.paragraphs(text)));
        text.clear();
    }
}
