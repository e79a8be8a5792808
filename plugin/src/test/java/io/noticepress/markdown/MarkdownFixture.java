package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Document;
import io.noticepress.markdown.html.BodyRenderer;
import io.noticepress.markdown.html.ElementCollector;
import io.noticepress.markdown.html.MarkupElement;
import io.noticepress.markdown.html.MarkupWriter;
import io.noticepress.markdown.html.RenderContext;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parses and renders texts for the tests of this package. */
final class MarkdownFixture {
    private static final Markdown MARKDOWN = new Markdown();

    private MarkdownFixture() {}

    static Body parseZh(String body) {
        return parse(body, true, false);
    }

    static Body parseEn(String body) {
        return parse(body, false, false);
    }

    static Body parse(String body, boolean chinese, boolean draft) {
        MarkdownSource text = new MarkdownSource("n.md", body, 11, chinese, "关于某事的通知", draft);
        return MARKDOWN.parse(
                text, path -> path.startsWith("missing") ? Optional.empty() : Optional.of("/site/" + path));
    }

    /** The HTML of a parsed text before the sanitizer. */
    static String html(Document document, RenderContext renderContext) {
        ElementCollector elementCollector = new ElementCollector();
        BodyRenderer.render(document, renderContext, new MarkupWriter(elementCollector));
        return html(elementCollector);
    }

    /** The elements, one per line. */
    static String html(ElementCollector elementCollector) {
        return elementCollector.elements().stream().map(MarkupElement::html).collect(Collectors.joining("\n"));
    }

    /** The HTML of all parts. */
    static String html(Body body) {
        StringBuilder out = new StringBuilder();
        body.parts().forEach(renderedPart -> out.append(renderedPart.heading()).append(renderedPart.html()));
        return out.append(body.footnotes()).toString();
    }

    /** The HTML of a Chinese text without the anchors. */
    static String htmlWithoutAnchors(String body) {
        return html(parseZh(body)).replaceAll(" (?:id|value)=\"[^\"]*\"", "").strip();
    }

    /** Problems with location, width, severity and code: {@code 11:3+3 error raw-html}. */
    static List<String> problems(Body body) {
        return body.findings().problems().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + "+" + problem.width() + " "
                        + problem.severity().label() + " " + problem.code().id())
                .toList();
    }

    static Problem onlyProblem(Body body) {
        List<Problem> problems = body.findings().problems();
        if (problems.size() != 1) {
            throw new AssertionError("expected one problem, found " + problems);
        }
        return problems.get(0);
    }
}
