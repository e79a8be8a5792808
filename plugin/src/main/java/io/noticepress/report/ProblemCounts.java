package io.noticepress.report;

import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many problems there are of each code, as a small table. */
final class ProblemCounts {
    private static final List<Message> HEAD = List.of(
            new Message("代码", "code"),
            new Message("错误", "errors"),
            new Message("警告", "warnings"),
            new Message("文件", "files"));
    private static final Message TOTAL = new Message("合计", "all");

    private ProblemCounts() {}

    /** The lines of the table: a head, a line for each code, and the sum if there are several. */
    static List<String> tableLines(List<Problem> problems, MessageLanguage messageLanguage) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD.stream().map(word -> word.in(messageLanguage)).toList());
        Map<String, List<Problem>> byCode = problems.stream()
                .collect(Collectors.groupingBy(problem -> problem.code().id(), TreeMap::new, Collectors.toList()));
        byCode.forEach((code, those) -> rows.add(row(code, those)));
        if (byCode.size() > 1) {
            rows.add(row(TOTAL.in(messageLanguage), problems));
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], ProblemFormat.displayWidth(row.get(i)));
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
            String blanks = " ".repeat(widths[i] - ProblemFormat.displayWidth(row.get(i)));
            out.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
        }
        return out.toString();
    }
}
