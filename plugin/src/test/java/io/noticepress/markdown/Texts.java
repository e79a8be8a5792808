package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Document;
import io.noticepress.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The HTML of a parsed text as it is set, before the sanitizer. */
    static String html(Document document, Sheet sheet) {
        Elements elements = new Elements();
        Typesetter.set(document, sheet, new Html(elements));
        return html(elements);
    }

    /** The elements, each on a line. */
    static String html(Elements elements) {
        return elements.all().stream().map(Element::html).collect(Collectors.joining("\n"));
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
                        + problem.severity().label() + " " + problem.code().id())
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
