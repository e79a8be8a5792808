package io.noticepress.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documents that follow the notice (GB/T 9704-2012, 7.3.7): what it issues, and its annexes. */
final class Enclosures {
    private static final Pattern NAMED = Pattern.compile("《([^《》]+)》");
    private static final Pattern ISSUED =
            Pattern.compile("(?<=印发|转发|公布|发布)《([^《》]+)》|《([^《》]+)》(?=[^《》。]{0,6}(?:印发|转发|公布|发布))");
    private static final int MOST_ROWS = 4;
    private static final int WIDEST = 40;

    private final Manuscript rows;
    private final Draft draft;
    private final Joiner joiner;

    Enclosures(Manuscript rows, Draft draft, Joiner joiner) {
        this.rows = rows;
        this.draft = draft;
        this.joiner = joiner;
    }

    /** Without a date: where an annex begins, or the end. */
    int from(int from) {
        for (int i = from + 1; i < rows.size(); i++) {
            if (isAnnex(i)) {
                return i;
            }
        }
        return rows.size();
    }

    private boolean isAnnex(int place) {
        Row row = rows.get(place);
        if (row.isTable() || row.isLong()) {
            return false;
        }
        String text = row.text();
        boolean list = text.matches("附\\s*件\\s*[：:]\\s*[1１][.．、].*");
        return Idioms.BARE_ANNEX.matcher(text).matches()
                || Idioms.ANNEX.matcher(text).matches() && !list && !row.ends();
    }

    /**
     * Takes all that follows.
     *
     * @param listed titles of annexes, by which they are known where they bear no label
     */
    void take(List<String> listed) {
        Set<String> names = new HashSet<>(listed);
        names(draft.title.compact(), names);
        draft.parts.get(0).paragraphs().forEach(row -> names(row.words().compact(), names));
        Strand title = Strand.NONE;
        List<Row> text = new ArrayList<>();
        boolean first = true;
        while (!rows.isEnd()) {
            int begun = isAnnex(rows.at()) ? annexEnd(names) : titleEnd(names, first);
            if (begun > rows.at()) {
                flush(title, text);
                title = words(rows.at(), begun);
                rows.go(begun);
            } else {
                text.add(rows.next());
            }
            first = false;
        }
        flush(title, text);
    }

    private static void names(String text, Set<String> names) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            names.add(named.group(1));
        }
    }

    /** A title of an issued document that begins here: one that the notice names, or, right below the date, any short line. */
    private int titleEnd(Set<String> names, boolean first) {
        int named = named(rows.at(), names);
        Row row = rows.get(rows.at());
        return named > rows.at() ? named : first && isTitle(row) ? rows.at() + 1 : rows.at();
    }

    /** Where a title ends that begins here and is one of these names; the same place if none is. */
    private int named(int from, Set<String> names) {
        StringBuilder title = new StringBuilder();
        for (int i = from;
                i < Math.min(rows.size(), from + MOST_ROWS) && !rows.get(i).isTable();
                i++) {
            title.append(rows.get(i).words().compact());
            if (names.contains(title.toString())) {
                return i + 1;
            }
        }
        return from;
    }

    private static boolean isTitle(Row row) {
        return !row.isTable()
                && !row.ends()
                && row.marker().isEmpty()
                && row.width() <= WIDEST
                && !row.full()
                && !row.text().matches(".*[：:].*");
    }

    private int annexEnd(Set<String> names) {
        Row row = rows.get(rows.at());
        int end = rows.at() + 1;
        if (!Idioms.BARE_ANNEX.matcher(row.text()).matches() || end >= rows.size()) {
            return end;
        }
        int named = named(end, names);
        return named > end ? named : isTitle(rows.get(end)) ? end + 1 : end;
    }

    private Strand words(int from, int to) {
        Strand words = rows.get(from).words();
        for (int i = from + 1; i < to; i++) {
            boolean annex = i == from + 1 && isAnnex(from) && !words.text().matches(".*[：:]");
            words = words.plus(annex ? Strand.typed(" ") : Strand.NONE)
                    .plus(rows.get(i).words());
        }
        return words;
    }

    /** A document ends; text below the date without a title gets the name the notice gives it, or is left to the editor. */
    private void flush(Strand title, List<Row> text) {
        if (title.isEmpty() && text.isEmpty()) {
            return;
        }
        Strand named = title;
        if (title.isEmpty()) {
            Matcher name = ISSUED.matcher(
                    draft.parts.get(0).paragraphs().stream().map(Row::text).collect(Collectors.joining()));
            boolean inferred = name.find();
            named = Strand.typed(!inferred ? "TODO" : name.group(1) != null ? name.group(1) : name.group(2));
            if (inferred) {
                draft.remark(
                        "印发件的标题系推定：来源没有，取自书名号内。",
                        "The title of the issued document is inferred: it is drawn from the text.");
            }
        }
        draft.parts.add(new Draft.Part(named, joiner.paragraphs(text)));
        text.clear();
    }
}
