package io.noticepress.content;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.links.LinkResolver;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.model.site.Site;
import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads the body of a text from its file when it is needed. Safe for use by several threads. */
public final class BodyReader {
    private final ContentFolder folder;
    private final Site site;
    private final BiFunction<MarkdownSource, UrlResolver, Body> markdown;

    /** A reader that parses Markdown with {@code markdown}: {@code new Markdown()::parse}. */
    public BodyReader(ContentFolder folder, Site site, BiFunction<MarkdownSource, UrlResolver, Body> markdown) {
        this.folder = folder;
        this.site = site;
        this.markdown = markdown;
    }

    /**
     * Reads and parses a body. Its findings include the hidden characters in it.
     *
     * @throws io.noticepress.problem.RunFailed if the file has changed since its front matter was read
     */
    public Body read(BodySource text) {
        String path = text.source().path();
        String displayPath = folder.displayPath(path);
        String current = MarkdownFile.body(folder, text.source()).orElseThrow(() -> folder.changedDuringRun(path));
        List<Problem> hidden = new ArrayList<>();
        String plain = maskHidden(current, displayPath, text.source().bodyLine(), hidden);
        Body body = markdown.apply(
                new MarkdownSource(
                        displayPath,
                        plain,
                        text.source().bodyLine(),
                        text.language().isChinese(),
                        text.title(),
                        text.draft()),
                LinkResolver.of(path, site, text.pictureSizes()));
        return hidden.isEmpty() ? body : withProblems(body, hidden);
    }

    private static Body withProblems(Body body, List<Problem> hidden) {
        Findings findings = body.findings();
        List<Problem> problems = new ArrayList<>(hidden);
        problems.addAll(findings.problems());
        return new Body(
                body.parts(),
                body.footnotes(),
                body.outline(),
                new Findings(problems, findings.links(), findings.anchors(), findings.basis()),
                body.blockTexts());
    }

    /** Replaces each hidden character by U+FFFD, so that positions stay the same. */
    private static String maskHidden(String body, String displayPath, int firstLine, List<Problem> hidden) {
        if (!HiddenChars.isIn(body)) {
            return body;
        }
        StringBuilder out = new StringBuilder(body.length());
        int line = firstLine;
        int column = 1;
        for (int c : body.codePoints().toArray()) {
            boolean isHidden = HiddenChars.isHidden(c);
            if (isHidden) {
                hidden.add(HiddenChars.problem(new Location(displayPath, line, column), c));
            }
            out.appendCodePoint(isHidden ? 0xFFFD : c);
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return out.toString();
    }
}
