package io.noticepress.build;

import io.noticepress.problem.Listing;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import io.noticepress.problem.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many problems there are of each code, as a small table. */
final class Tally {
    private static final List<Phrase> HEAD = List.of(
            new Phrase("代码", "code"),
            new Phrase("错误", "errors"),
            new Phrase("警告", "warnings"),
            new Phrase("文件", "files"));
    private static final Phrase ALL = new Phrase("合计", "all");

    private Tally() {}

    /** The lines of the table: a head, a line for each code, and the sum if there are several. */
    static List<String> of(List<Problem> problems, Tongue tongue) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD.stream().map(word -> word.in(tongue)).toList());
        Map<String, List<Problem>> byCode = problems.stream()
                .collect(Collectors.groupingBy(problem -> problem.mistake().code(), TreeMap::new, Collectors.toList()));
        byCode.forEach((code, those) -> rows.add(row(code, those)));
        if (byCode.size() > 1) {
            rows.add(row(ALL.in(tongue), problems));
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Listing.cells(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(String name, List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        long files =
                problems.stream().map(problem -> problem.at().file()).distinct().count();
        return List.of(name, Long.toString(errors), Long.toString(problems.size() - errors), Long.toString(files));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder out = new StringBuilder("  ");
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - Listing.cells(row.get(i)));
            out.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
        }
        return out.toString();
    }
}
