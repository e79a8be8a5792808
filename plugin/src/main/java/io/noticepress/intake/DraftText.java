package io.noticepress.intake;

import io.noticepress.markdown.Marker;
import io.noticepress.markdown.Marker.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A draft's text as Markdown, and the same structure with nothing in it but places for a translation. */
final class DraftText {
    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_RUN_IN = 40;

    private final Draft draft;
    private final Ledger ledger;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder stub = new StringBuilder();
    private final boolean stubChinese;

    DraftText(Draft draft, Ledger ledger) {
        this.draft = draft;
        this.ledger = ledger;
        this.stubChinese = !draft.chinese;
        for (Draft.Part part : draft.parts) {
            if (!part.title().isEmpty()) {
                block(
                        "# " + words(part.title(), "text"),
                        "# " + annex(part.title().text()) + "TODO");
            }
            boolean runIn = allRunIn(part.paragraphs());
            rows(part.paragraphs(), runIn);
        }
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
            Optional<Marker> marker = row.marker();
            String level = level(row, marker);
            String todo = marker.map(found -> number(found, level)).orElse("") + "TODO";
            String words = level.isEmpty() && runIn ? runIn(row, marker) : words(row.words(), "text");
            block(level + (level.isEmpty() ? startOfLine(words, marker) : words), level + todo);
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

    private static String level(Row row, Optional<Marker> marker) {
        boolean heading = !row.ends() && row.length() <= LONGEST_HEADING;
        Form form = marker.map(Marker::form).orElse(Form.FIFTH);
        boolean first = form == Form.FIRST || form == Form.CHAPTER;
        return !heading ? "" : first ? "## " : form == Form.SECOND ? "### " : "";
    }

    private String number(Marker marker, String level) {
        if (marker.number() == 0) {
            return "";
        }
        String shown = Marker.show(marker.form(), marker.number(), stubChinese);
        return shown + (stubChinese && marker.form() != Form.THIRD ? "" : " ");
    }

    /** Whether each numbered item of a document begins with a short sentence that heads it. */
    private static boolean allRunIn(List<Row> rows) {
        List<Row> items = rows.stream()
                .filter(row -> row.marker()
                        .map(Marker::form)
                        .filter(form -> form == Form.THIRD)
                        .isPresent())
                .toList();
        return items.size() > 1 && items.stream().allMatch(row -> headingEnd(row) > 0);
    }

    private static int headingEnd(Row row) {
        int from = row.marker().map(Marker::length).orElse(0);
        int stop = row.text().indexOf('。', from);
        return stop > from
                        && stop - from <= LONGEST_RUN_IN
                        && stop + 1 < row.length()
                        && !row.text().substring(from, stop).matches(".*[，；：].*")
                ? stop + 1
                : 0;
    }

    private String runIn(Row row, Optional<Marker> marker) {
        boolean item =
                marker.map(Marker::form).filter(form -> form == Form.THIRD).isPresent();
        if (!item) {
            return words(row.words(), "text");
        }
        int from = marker.get().length();
        while (row.text().charAt(from) == ' ') {
            from++;
        }
        int end = headingEnd(row);
        return words(row.words().sub(0, from), "text") + "**"
                + words(row.words().sub(from, end), "text") + "** "
                + words(row.words().sub(end), "text");
    }

    private void table(List<Row> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < columns; i++) {
                line.append(' ')
                        .append(
                                i < row.cells().size()
                                        ? words(row.cells().get(i), "text").strip()
                                        : "")
                        .append(" |");
            }
            lines.add(line.toString());
        }
        lines.add(1, "|" + " --- |".repeat(columns));
        List<String> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            places.add(i == 1 ? lines.get(1) : "|" + " TODO |".repeat(columns));
        }
        block(String.join("\n", lines), String.join("\n", places));
    }

    /** The words in Markdown: what would mean something there is escaped. */
    private String words(Strand words, String field) {
        ledger.keep(words, field);
        StringBuilder out = new StringBuilder();
        String plain = words.text();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean entity = c == '&' && plain.substring(i).matches("(?s)&#?\\w+;.*");
            if ("\\`*_[]<|~".indexOf(c) >= 0 || entity) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** The beginning of a paragraph must not look like a heading, a quote, or a list that nobody numbered. */
    private static String startOfLine(String words, Optional<Marker> marker) {
        boolean list = marker.isPresent() || !words.matches("(?s)\\d{1,9}[.)](?:\\s.*)?");
        if (!list) {
            return words.replaceFirst("([.)])", "\\\\$1");
        }
        return words.matches("(?s)[#>+=-].*") ? "\\" + words : words;
    }
}
