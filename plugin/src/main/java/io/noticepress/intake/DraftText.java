package io.noticepress.intake;

import io.noticepress.markdown.NumberMarker;
import io.noticepress.markdown.NumberMarker.NumberingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A draft's text as Markdown, and the same structure with nothing in it but places for a translation. */
final class DraftText {
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\[\\^\\d+\\]");
    private static final int LONGEST_RUN_IN = 40;

    private final Draft draft;
    private final Inline inline;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder stub = new StringBuilder();
    private final boolean stubChinese;

    DraftText(Draft draft, Ledger ledger, Typography typography) {
        this.draft = draft;
        this.inline = new Inline(ledger, typography);
        this.stubChinese = !draft.chinese;
        for (Draft.Part part : draft.parts) {
            if (!part.title().isEmpty()) {
                block(
                        "# " + inline.plain(part.title()),
                        "# " + annex(part.title().text()) + "TODO");
            }
            boolean runIn = allRunIn(part.paragraphs());
            rows(part.paragraphs(), runIn);
        }
        notes();
    }

    /** The text of the original. */
    String text() {
        return text.toString();
    }

    /** The text of a translation, each block still to be done. */
    String stub() {
        return stub.toString();
    }

    private void rows(List<Row> rows, boolean runIn) {
        Levels levels = new Levels();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isTable()) {
                int end = i;
                while (end < rows.size() && rows.get(end).isTable()) {
                    end++;
                }
                table(rows.subList(i, end));
                i = end - 1;
                continue;
            }
            Optional<NumberMarker> marker = row.marker();
            String level = levels.of(row);
            String todo = marker.map(found -> number(found, level)).orElse("") + "TODO";
            String words =
                    level.isEmpty() ? startOfLine(paragraph(row, marker, runIn), marker) : inline.plain(row.words());
            block(level + words, level + todo + references(words));
        }
    }

    private void block(String original, String translation) {
        text.append(text.length() == 0 ? "" : "\n").append(original).append('\n');
        stub.append(stub.length() == 0 ? "" : "\n").append(translation).append('\n');
    }

    private String annex(String title) {
        if (!title.matches("(?:附\\s*件|(?:Annex|Appendix|Attachment)\\b).*")) {
            return "";
        }
        String number = title.replaceFirst("^\\D*?([0-9]{0,2}).*", "$1");
        return (stubChinese ? "附件" : "Annex") + (number.isEmpty() || stubChinese ? number : " " + number) + " ";
    }

    private String number(NumberMarker numberMarker, String level) {
        if (numberMarker.number() == 0) {
            return "";
        }
        String shown = NumberMarker.format(numberMarker.level(), numberMarker.number(), stubChinese);
        return shown + (stubChinese && numberMarker.level() != NumberingLevel.THIRD ? "" : " ");
    }

    /** Whether each numbered item of a document begins with a short sentence that heads it. */
    private static boolean allRunIn(List<Row> rows) {
        List<Row> items = rows.stream()
                .filter(row -> row.marker()
                        .map(NumberMarker::level)
                        .filter(numberingLevel -> numberingLevel == NumberingLevel.THIRD)
                        .isPresent())
                .toList();
        return items.size() > 1 && items.stream().allMatch(row -> headingEnd(row) > 0);
    }

    private static int headingEnd(Row row) {
        int from = row.marker().map(NumberMarker::length).orElse(0);
        int stop = row.text().indexOf('。', from);
        return stop > from
                        && stop - from <= LONGEST_RUN_IN
                        && stop + 1 < row.length()
                        && !row.text().substring(from, stop).matches(".*[，；：].*")
                ? stop + 1
                : 0;
    }

    private String paragraph(Row row, Optional<NumberMarker> marker, boolean runIn) {
        int from = marker.map(NumberMarker::length).orElse(0);
        while (marker.isPresent() && from < row.length() && isBlank(row.text().charAt(from))) {
            from++;
        }
        boolean item = marker.map(NumberMarker::level)
                .filter(numberingLevel -> numberingLevel == NumberingLevel.THIRD)
                .isPresent();
        if (!runIn || !item || inline.isMixed(row.words(), from)) {
            return inline.text(row.words(), from);
        }
        int end = headingEnd(row);
        return inline.plain(row.words().sub(0, from)) + "**"
                + inline.plain(row.words().sub(from, end)) + "** "
                + inline.plain(row.words().sub(end));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u3000';
    }

    /** The references to notes in a text, as they stand there. */
    private static String references(String words) {
        return REFERENCE.matcher(words).results().map(MatchResult::group).collect(Collectors.joining());
    }

    /** The notes, at the end; those that nothing in the text refers to are paragraphs. */
    private void notes() {
        draft.notes.forEach((number, words) -> {
            if (inline.referred().contains(number)) {
                block("[^" + number + "]: " + inline.text(words, 0), "[^" + number + "]: TODO");
                return;
            }
            draft.remark(
                    "注 " + number + " 在正文中没有对应位置，列在文末",
                    "note " + number + " is referred to nowhere; it stands at the end");
            String label = draft.chinese ? "注" + number + "：" : "Note " + number + ": ";
            block(label + inline.text(words, 0), "TODO");
        });
    }

    private void table(List<Row> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        List<String> lines = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder("|");
            StringBuilder place = new StringBuilder("|");
            for (int i = 0; i < columns; i++) {
                String words = i < row.cells().size()
                        ? inline.text(row.cells().get(i), 0).strip()
                        : "";
                line.append(' ').append(words).append(" |");
                place.append(" TODO").append(references(words)).append(" |");
            }
            lines.add(line.toString());
            places.add(place.toString());
        }
        String rule = "|" + " --- |".repeat(columns);
        lines.add(1, rule);
        places.add(1, rule);
        block(String.join("\n", lines), String.join("\n", places));
    }

    /** The beginning of a paragraph must not look like a heading, a quote, or a list that nobody numbered. */
    private static String startOfLine(String words, Optional<NumberMarker> marker) {
        boolean list = marker.isPresent() || !words.matches("(?s)\\d{1,9}[.)](?:\\s.*)?");
        if (!list) {
            return words.replaceFirst("([.)])", "\\\\$1");
        }
        return words.matches("(?s)[#>+=-].*") ? "\\" + words : words;
    }
}
