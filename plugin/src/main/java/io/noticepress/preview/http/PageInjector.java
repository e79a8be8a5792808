package io.noticepress.preview.http;

import io.noticepress.json.JsonWriter;
import io.noticepress.preview.site.LiveSite;
import io.noticepress.preview.site.RenderedPage;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.Severity;
import io.noticepress.report.ProblemCounts;
import io.noticepress.report.ProblemWithExcerpt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds the script of the preview to a page, allows it in the page's policy, and makes the state that the script asks for. */
final class PageInjector {
    private static final Pattern CSP_META =
            Pattern.compile("(<meta http-equiv=\"Content-Security-Policy\" content=\")([^\"]*)(\">)");
    private static final String BLANK_PAGE = "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<title>Noticepress</title>\n</head>\n<body></body>\n</html>\n";

    private final LiveSite liveSite;

    PageInjector(LiveSite liveSite) {
        this.liveSite = liveSite;
    }

    /** A page that has nothing but what the preview adds. */
    RenderedPage blankPage() {
        String tag = liveSite.site().map(site -> site.defaultLanguage().tag()).orElse("zh-CN");
        return RenderedPage.of(BLANK_PAGE.replace("%s", tag).getBytes(StandardCharsets.UTF_8));
    }

    /** The page with the script that keeps it up to date. */
    byte[] inject(RenderedPage renderedPage) {
        String html = new String(renderedPage.bytes(), StandardCharsets.UTF_8);
        Matcher policy = CSP_META.matcher(html);
        if (policy.find()) {
            html = html.substring(0, policy.start(2)) + relaxedPolicy(policy.group(2)) + html.substring(policy.end(2));
        }
        int end = html.indexOf("</head>");
        String script = "<script src=\"" + PreviewHandler.OWN_PREFIX + "preview.js\" data-print=\""
                + renderedPage.digest() + "\" defer></script>\n";
        return (end < 0 ? html + script : html.substring(0, end) + script + html.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The policy, which then also allows scripts and connections of this server. */
    private static String relaxedPolicy(String policy) {
        StringBuilder out = new StringBuilder(policy);
        for (String directive : List.of("script-src", "connect-src")) {
            if (!policy.contains(directive + " ")) {
                out.append("; ").append(directive).append(" 'self'");
            }
        }
        return out.toString();
    }

    /**
     * The state of a page for the script: {@code {"print": "3f…", "zh": true, "errors": 1, "warnings": 0, "problems": […]}}. The
     * script loads the page again if {@code print} is no longer the digest of the page it runs in.
     */
    String stateJson(String file, MessageLanguage messageLanguage) {
        RenderedPage renderedPage = liveSite.renderedPage(file)
                .orElseGet(() -> liveSite.renderedPage("404.html").orElseGet(this::blankPage));
        List<Problem> all = liveSite.problems();
        List<Map<String, Object>> problems = new ArrayList<>();
        for (ProblemWithExcerpt each : liveSite.problemsFor(file)) {
            problems.add(problemJson(each, liveSite.concerns(file, each.problem()), messageLanguage));
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("print", renderedPage.digest().hex());
        state.put("zh", messageLanguage == MessageLanguage.ZH);
        state.put("errors", ProblemCounts.count(all, Severity.ERROR));
        state.put("warnings", ProblemCounts.count(all, Severity.WARNING));
        state.put("problems", problems);
        return JsonWriter.scriptText(state);
    }

    private static Map<String, Object> problemJson(
            ProblemWithExcerpt problemWithExcerpt, boolean own, MessageLanguage messageLanguage) {
        Problem problem = problemWithExcerpt.problem();
        String[] lines = ProblemFormat.format(problem, messageLanguage, problemWithExcerpt.excerpt())
                .split("\n");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", problem.severity().label());
        json.put("code", problem.code().id());
        json.put("file", problem.at().file());
        json.put("line", problem.at().line());
        json.put("column", problem.at().column());
        json.put("own", own);
        json.put("what", problem.message().in(messageLanguage));
        json.put("mend", problem.mend().in(messageLanguage));
        json.put("excerpt", lines.length == 4 ? lines[1] + "\n" + lines[2] : "");
        return json;
    }
}
