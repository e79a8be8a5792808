package io.noticepress.importer.clean;

import io.noticepress.extract.ExtractedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tables in plain text: successive lines with the same number of columns, separated by tabs or by two or more blanks.
 *
 * <p>Every tab ends a cell, so two tabs in a row enclose an empty one. But if the lines have the same number of runs of tabs and
 * not of tabs, a run only aligns the columns and ends one cell.
 *
 * <p>Example: the lines {@code 区⇥人数} and {@code 东区⇥12}, with ⇥ for a tab, give the cell lengths [2, 2] and [3, 2].
 */
final class PlainTextTables {
    private static final Pattern TAB_RUN = Pattern.compile("\\t+");
    private static final Pattern LABEL = Pattern.compile("[^\\t]{1,12}[：:].*");

    private static final Pattern TABLE_HEAD = Pattern.compile(
            "(?:序\\s*号|编\\s*号|代\\s*码|姓\\s*名|名\\s*称|单\\s*位|项\\s*目|类\\s*别|时\\s*间|日\\s*期|地\\s*区|指\\s*标|No\\.?|Item|Name)[ \\u3000]{2,}\\S.*");
    private static final Pattern CELL = Pattern.compile("[ \\u3000]*(?:(?![ \\u3000]{2}).)+[ \\u3000]*");
    private static final int LONGEST_ROW = 200;

    private PlainTextTables() {}

    /** For each line, the length of each cell including the tabs after it; empty for a line that is no table row. */
    static List<List<Integer>> cellLengths(List<ExtractedLine> lines) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            List<List<Integer>> blankSeparated = blankSeparatedRows(lines, from);
            if (!blankSeparated.isEmpty()) {
                cells.addAll(blankSeparated);
                from += blankSeparated.size();
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

    /** The rows of a blank-separated table that begins here: a header and at least two rows with the same number of cells, three or more. */
    private static List<List<Integer>> blankSeparatedRows(List<ExtractedLine> lines, int from) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            ExtractedLine extractedLine = lines.get(i);
            boolean mayBeRow = isText(extractedLine)
                    && extractedLine.cellLengths().isEmpty()
                    && extractedLine.reach() < 0
                    && extractedLine.text().length() <= LONGEST_ROW
                    && (i > from
                            || TABLE_HEAD.matcher(extractedLine.text().strip()).matches());
            List<Integer> cells = mayBeRow ? blankSeparatedCells(extractedLine.text()) : List.of();
            if (cells.size() < 3 || !rows.isEmpty() && rows.get(0).size() != cells.size()) {
                break;
            }
            rows.add(cells);
        }
        return rows.size() < 3 ? List.of() : rows;
    }

    private static List<Integer> blankSeparatedCells(String text) {
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

    /** Whether a line has as many tabs as the first of the table; its first and last cells may be empty. */
    private static boolean hasSameTabs(ExtractedLine first, ExtractedLine next) {
        return isText(next) && !next.text().isBlank() && countTabs(first.text()) == countTabs(next.text());
    }

    private static boolean isText(ExtractedLine extractedLine) {
        return extractedLine.kind() == ExtractedLine.LineKind.LINE
                || extractedLine.kind() == ExtractedLine.LineKind.PARAGRAPH;
    }

    private static int countTabs(String text) {
        return (int) text.chars().filter(c -> c == '\t').count();
    }

    private static List<List<Integer>> tableCells(List<String> rows) {
        int[] tabs = rows.stream().mapToInt(PlainTextTables::countTabs).toArray();
        int[] runs = rows.stream()
                .mapToInt(row -> (int) TAB_RUN.matcher(row.strip()).results().count())
                .toArray();
        boolean everyTabEndsCell = areEqual(tabs) || !areEqual(runs);
        int maxTabs = Arrays.stream(everyTabEndsCell ? tabs : runs).max().orElse(0);
        boolean hasLabels = maxTabs == 1
                && rows.stream().anyMatch(row -> LABEL.matcher(row.strip()).matches());
        boolean isSingleShortRow = rows.size() == 1
                && Arrays.stream(rows.get(0).split("\\t"))
                                .filter(cell -> !cell.isBlank())
                                .count()
                        < 3;
        boolean isListOfBodies = rows.stream()
                .flatMap(row -> Arrays.stream(row.strip().split("[\\s\\u3000]+")))
                .allMatch(DocumentPatterns::isBodyName);
        if (isSingleShortRow || hasLabels || isListOfBodies) {
            return rows.stream().map(row -> List.<Integer>of()).toList();
        }
        return rows.stream().map(row -> cells(row, everyTabEndsCell)).toList();
    }

    private static boolean areEqual(int[] counts) {
        return Arrays.stream(counts).distinct().count() == 1;
    }

    private static List<Integer> cells(String row, boolean everyTabEndsCell) {
        List<Integer> lengths = new ArrayList<>();
        int end = row.length();
        int from = 0;
        for (int i = 0; i < end; i++) {
            boolean endsCell = row.charAt(i) == '\t'
                    && (everyTabEndsCell
                            || !row.substring(from, i).isBlank() && i + 1 < end && row.charAt(i + 1) != '\t');
            if (endsCell) {
                lengths.add(i + 1 - from);
                from = i + 1;
            }
        }
        lengths.add(end - from);
        return lengths;
    }
}
