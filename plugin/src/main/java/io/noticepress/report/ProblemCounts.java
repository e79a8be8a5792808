package io.noticepress.report;

import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts problems, by severity or by code. */
public final class ProblemCounts {
    private static final List<Message> HEAD = List.of(
            new Message("代码", "code"),
            new Message("错误", "errors"),
            new Message("警告", "warnings"),
            new Message("文件", "files"));
    private static final Message TOTAL = new Message("合计", "total");

    private ProblemCounts() {}

    /** The number of problems of a severity. */
    public static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /** The lines of a table with a row for each code and, if there are several, a total. */
    static List<String> tableLines(List<Problem> problems, MessageLanguage messageLanguage) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD.stream().map(word -> word.in(messageLanguage)).toList());
        Map<String, List<Problem>> byCode = problems.stream()
                .collect(Collectors.groupingBy(problem -> problem.code().id(), TreeMap::new, Collectors.toList()));
        byCode.forEach((code, those) -> rows.add(row(code, those)));
        if (byCode.size() > 1) {
            rows.add(row(TOTAL.in(messageLanguage), problems));
        }
        return TextTable.lines(rows);
    }

    private static List<String> row(String name, List<Problem> problems) {
        long files =
                problems.stream().map(problem -> problem.at().file()).distinct().count();
        return List.of(
                name,
                Long.toString(count(problems, Severity.ERROR)),
                Long.toString(count(problems, Severity.WARNING)),
                Long.toString(files));
    }
}
