package io.noticepress.markdown;

import io.noticepress.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Texts as the tests set them. */
final class Texts {
    private static final Markdown MARKDOWN = new Markdown();

    private Texts() {}

    static Body zh(String body) {
        return set(body, true, false);
    }

    static Body en(String body) {
        return set(body, false, false);
    }

    static Body set(String body, boolean chinese, boolean draft) {
        MarkdownText text = new MarkdownText("n.md", body, 11, chinese, "关于某事的通知", draft);
        return MARKDOWN.parse(
                text, path -> path.startsWith("missing") ? Optional.empty() : Optional.of("/site/" + path));
    }

    /** The HTML of all parts. */
    static String html(Body body) {
        StringBuilder out = new StringBuilder();
        body.parts().forEach(part -> out.append(part.heading()).append(part.html()));
        return out.append(body.footnotes()).toString();
    }

    /** The HTML of a Chinese text without the anchors. */
    static String plain(String body) {
        return html(zh(body)).replaceAll(" (?:id|value)=\"[^\"]*\"", "").strip();
    }

    /** Problems as {@code 11:3 raw-html HTML is not allowed in a text}. */
    static List<String> problems(Body body) {
        return body.findings().problems().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + "+" + problem.width() + " "
                        + problem.severity().word() + " " + problem.mistake().code())
                .toList();
    }

    static Problem only(Body body) {
        List<Problem> problems = body.findings().problems();
        if (problems.size() != 1) {
            throw new AssertionError("expected one problem, found " + problems);
        }
        return problems.get(0);
    }
}
