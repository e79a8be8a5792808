package io.noticepress.report;

import io.noticepress.json.JsonWriter;
import io.noticepress.output.FileCounts;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a run, of which {@code report.json} has all but the summary.
 *
 * @param problems all problems, by place
 * @param failed whether they fail the run, so that the site was not changed
 * @param messageLanguage the language of messages in the file
 * @param summary the last line of the log
 * @param editions language versions of notices
 * @param pages files of the site; {@code rendered + kept}
 * @param removed files of earlier builds that were deleted
 */
public record RunReport(
        List<Problem> problems,
        boolean failed,
        MessageLanguage messageLanguage,
        String summary,
        int notices,
        int editions,
        int pages,
        int rendered,
        int kept,
        int removed,
        long millis) {
    /** The report of a run that read and wrote nothing. */
    public static final RunReport EMPTY = new RunReport(List.of(), false, MessageLanguage.EN, "", 0, 0, 0, 0, 0, 0, 0);

    public RunReport {
        problems = List.copyOf(problems);
    }

    /** A report without problems, which are added at the end of the run. */
    public static RunReport of(int notices, int editions, FileCounts fileCounts) {
        return new RunReport(
                List.of(),
                false,
                MessageLanguage.EN,
                "",
                notices,
                editions,
                fileCounts.pages(),
                fileCounts.rendered(),
                fileCounts.kept(),
                fileCounts.removed(),
                0);
    }

    /** The same report with the problems of the run. */
    public RunReport withProblems(
            List<Problem> problems, boolean failed, MessageLanguage messageLanguage, long millis) {
        return new RunReport(
                problems, failed, messageLanguage, "", notices, editions, pages, rendered, kept, removed, millis);
    }

    /** The same report with the last line of the log. */
    public RunReport withSummary(String summary) {
        return new RunReport(
                problems, failed, messageLanguage, summary, notices, editions, pages, rendered, kept, removed, millis);
    }

    /** The number of problems of a severity. */
    public long count(Severity severity) {
        return ProblemCounts.count(problems, severity);
    }

    /** The file: {@code {"problems": […], "notices": 35, …}}. */
    byte[] json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("problems", problems.stream().map(this::json).toList());
        json.put("notices", notices);
        json.put("editions", editions);
        json.put("pages", pages);
        json.put("rendered", rendered);
        json.put("kept", kept);
        json.put("removed", removed);
        json.put("millis", millis);
        return JsonWriter.renderFile(json);
    }

    private Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", problem.severity().label());
        json.put("code", problem.code().id());
        json.put("file", problem.at().file());
        json.put("line", problem.at().line());
        json.put("column", problem.at().column());
        json.put("message", problem.message().in(messageLanguage));
        json.put("mend", problem.mend().in(messageLanguage));
        return json;
    }
}
