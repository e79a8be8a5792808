package io.noticepress.importer.clean;

import io.noticepress.extract.ExtractedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables that are typed with tabs: lines that follow each other with the same number of columns. An empty cell is two tabs in a
 * row; where only the tabs in a row, not the tabs as such, give the same number, they set the columns under each other.
 */
final class PlainTextTables {
    private static final Pattern TAB_RUN = Pattern.compile("\\t+");
    private static final Pattern LABEL = Pattern.compile("[^\\t]{1,12}[：:].*");

    private static final Pattern TABLE_HEAD = Pattern.compile(
            "(?:序\\s*号|编\\s*号|代\\s*码|姓\\s*名|名\\s*称|单\\s*位|项\\s*目|类\\s*别|时\\s*间|日\\s*期|地\\s*区|指\\s*标|No\\.?|Item|Name)[ \\u3000]{2,}\\S.*");
    private static final Pattern CELL = Pattern.compile("[ \\u3000]*(?:(?![ \\u3000]{2}).)+[ \\u3000]*");
    private static final int WIDEST = 200;

    private PlainTextTables() {}

    /** How many characters each cell of each line takes, with the tabs behind it; empty for a line of text. */
    static List<List<Integer>> cellLengths(List<ExtractedLine> lines) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            List<List<Integer>> spaced = blankSeparated(lines, from);
            if (!spaced.isEmpty()) {
                cells.addAll(spaced);
                from += spaced.size();
                continue;
            }
            int to = from;
            while (to < lines.size()
                    && (hasTabs(lines.get(to)) || to > from && hasSameTabs(lines.get(from), lines.get(to)))) {
                to++;
            }
            if (to == from) {
                cells.add(List.of());
                from++;
            } else {
                cells.addAll(tableCells(lines.subList(from, to).stream()
                        .map(ExtractedLine::text)
                        .toList()));
                from = to;
            }
        }
        return cells;
    }

    /** The rows of a table that begins here and is set with blanks: a head, and two rows and more with as many cells, three at least. */
    private static List<List<Integer>> blankSeparated(List<ExtractedLine> lines, int from) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            ExtractedLine extractedLine = lines.get(i);
            boolean fits = isText(extractedLine)
                    && extractedLine.cellLengths().isEmpty()
                    && extractedLine.reach() < 0
                    && extractedLine.text().length() <= WIDEST
                    && (i > from
                            || TABLE_HEAD.matcher(extractedLine.text().strip()).matches());
            List<Integer> cells = fits ? blankSeparated(extractedLine.text()) : List.of();
            if (cells.size() < 3 || !rows.isEmpty() && rows.get(0).size() != cells.size()) {
                break;
            }
            rows.add(cells);
        }
        return rows.size() < 3 ? List.of() : rows;
    }

    private static List<Integer> blankSeparated(String text) {
        List<Integer> lengths = new ArrayList<>();
        Matcher cell = CELL.matcher(text);
        while (cell.find()) {
            lengths.add(cell.group().length());
        }
        return lengths;
    }

    private static boolean hasTabs(ExtractedLine extractedLine) {
        return isText(extractedLine)
                && extractedLine.reach() < 0
                && extractedLine.cellLengths().isEmpty()
                && extractedLine.text().strip().indexOf('\t') > 0;
    }

    /** Whether a row has cells at its edges that are empty. */
    private static boolean hasSameTabs(ExtractedLine first, ExtractedLine next) {
        return isText(next) && !next.text().isBlank() && tabs(first.text()) == tabs(next.text());
    }

    private static boolean isText(ExtractedLine extractedLine) {
        return extractedLine.kind() == ExtractedLine.LineKind.LINE
                || extractedLine.kind() == ExtractedLine.LineKind.PARAGRAPH;
    }

    private static int tabs(String text) {
        return (int) text.chars().filter(c -> c == '\t').count();
    }

    private static List<List<Integer>> tableCells(List<String> rows) {
        int[] tabs = rows.stream().mapToInt(PlainTextTables::tabs).toArray();
        int[] runs = rows.stream()
                .mapToInt(row -> (int) TAB_RUN.matcher(row.strip()).results().count())
                .toArray();
        boolean each = areEqual(tabs) || !areEqual(runs);
        int most = Arrays.stream(each ? tabs : runs).max().orElse(0);
        boolean labels = most == 1
                && rows.stream().anyMatch(row -> LABEL.matcher(row.strip()).matches());
        boolean alone = rows.size() == 1
                && Arrays.stream(rows.get(0).split("\\t"))
                                .filter(cell -> !cell.isBlank())
                                .count()
                        < 3;
        boolean names = rows.stream()
                .flatMap(row -> Arrays.stream(row.strip().split("[\\s\\u3000]+")))
                .allMatch(DocumentPatterns::isBodyName);
        if (alone || labels || names) {
            return rows.stream().map(row -> List.<Integer>of()).toList();
        }
        return rows.stream().map(row -> cells(row, each)).toList();
    }

    private static boolean areEqual(int[] counts) {
        return Arrays.stream(counts).distinct().count() == 1;
    }

    private static List<Integer> cells(String row, boolean each) {
        List<Integer> lengths = new ArrayList<>();
        int end = row.length();
        int from = 0;
        for (int i = 0; i < end; i++) {
            boolean breaks = row.charAt(i) == '\t'
                    && (each || !row.substring(from, i).isBlank() && i + 1 < end && row.charAt(i + 1) != '\t');
            if (breaks) {
                lengths.add(i + 1 - from);
                from = i + 1;
            }
        }
        lengths.add(end - from);
        return lengths;
    }
}
