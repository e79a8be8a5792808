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

/** The documents that follow the notice (GB/T 9704-2012, 7.3.7): what it issues, and its annexes. */
final class EnclosedDocuments {
    private static final Pattern QUOTED_TITLE = Pattern.compile("《([^《》]+)》");
    private static final Pattern ISSUED_TITLE =
            Pattern.compile("(?<=印发|转发|公布|发布)《([^《》]+)》|《([^《》]+)》(?=[^《》。]{0,6}(?:印发|转发|公布|发布))");
    private static final int MOST_TITLE_ROWS = 4;
    private static final int WIDEST_TITLE = 40;

    private final RowCursor rows;
    private final RecognisedDocument document;
    private final ParagraphJoiner paragraphJoiner;

    EnclosedDocuments(RowCursor rows, RecognisedDocument document, ParagraphJoiner paragraphJoiner) {
        this.rows = rows;
        this.document = document;
        this.paragraphJoiner = paragraphJoiner;
    }

    /** Without a date: where an annex begins, or the end. */
    int findFirstAnnex(int from) {
        for (int i = from + 1; i < rows.size(); i++) {
            if (isAnnex(i)) {
                return i;
            }
        }
        return rows.size();
    }

    private boolean isAnnex(int place) {
        LayoutRow layoutRow = rows.get(place);
        if (layoutRow.isTable() || layoutRow.isLong()) {
            return false;
        }
        String text = layoutRow.text();
        boolean list = text.matches("附\\s*件\\s*[：:]\\s*[1１][.．、].*");
        return DocumentPatterns.BARE_ANNEX_LABEL.matcher(text).matches()
                || DocumentPatterns.ANNEX_LABEL.matcher(text).matches() && !list && !layoutRow.endsSentence();
    }

    /**
     * Takes all that follows.
     *
     * @param listed titles of annexes, by which they are known where they bear no label
     */
    void take(List<String> listed) {
        Set<String> names = new HashSet<>(listed);
        collectTitles(document.title.withoutBlanks(), names);
        document.parts
                .get(0)
                .paragraphs()
                .forEach(layoutRow -> collectTitles(layoutRow.mappedText().withoutBlanks(), names));
        MappedText title = MappedText.EMPTY;
        List<LayoutRow> text = new ArrayList<>();
        boolean first = true;
        while (!rows.isAtEnd()) {
            int begun = isAnnex(rows.position()) ? annexEnd(names) : titleEnd(names, first);
            if (begun > rows.position()) {
                addPart(title, text);
                title = joinRows(rows.position(), begun);
                rows.moveTo(begun);
            } else {
                text.add(rows.next());
            }
            first = false;
        }
        addPart(title, text);
    }

    private static void collectTitles(String text, Set<String> names) {
        Matcher named = QUOTED_TITLE.matcher(text);
        while (named.find()) {
            names.add(named.group(1));
        }
    }

    /** A title of an issued document that begins here: one that the notice names, or, right below the date, any short line. */
    private int titleEnd(Set<String> names, boolean first) {
        int named = namedTitleEnd(rows.position(), names);
        LayoutRow layoutRow = rows.get(rows.position());
        return named > rows.position() ? named : first && isTitle(layoutRow) ? rows.position() + 1 : rows.position();
    }

    /** Where a title ends that begins here and is one of these names; the same place if none is. */
    private int namedTitleEnd(int from, Set<String> names) {
        StringBuilder title = new StringBuilder();
        for (int i = from;
                i < Math.min(rows.size(), from + MOST_TITLE_ROWS)
                        && !rows.get(i).isTable();
                i++) {
            title.append(rows.get(i).mappedText().withoutBlanks());
            if (names.contains(title.toString())) {
                return i + 1;
            }
        }
        return from;
    }

    private static boolean isTitle(LayoutRow layoutRow) {
        return !layoutRow.isTable()
                && !layoutRow.endsSentence()
                && layoutRow.marker().isEmpty()
                && layoutRow.width() <= WIDEST_TITLE
                && !layoutRow.reachesMargin()
                && !layoutRow.text().matches(".*[：:].*");
    }

    private int annexEnd(Set<String> names) {
        LayoutRow layoutRow = rows.get(rows.position());
        int end = rows.position() + 1;
        if (!DocumentPatterns.BARE_ANNEX_LABEL.matcher(layoutRow.text()).matches() || end >= rows.size()) {
            return end;
        }
        int named = namedTitleEnd(end, names);
        return named > end ? named : isTitle(rows.get(end)) ? end + 1 : end;
    }

    private MappedText joinRows(int from, int to) {
        MappedText words = rows.get(from).mappedText();
        for (int i = from + 1; i < to; i++) {
            boolean annex = i == from + 1 && isAnnex(from) && !words.text().matches(".*[：:]");
            words = words.plus(annex ? MappedText.unmapped(" ") : MappedText.EMPTY)
                    .plus(rows.get(i).mappedText());
        }
        return words;
    }

    /** A document ends; text below the date without a title gets the name the notice gives it, or is left to the editor. */
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
