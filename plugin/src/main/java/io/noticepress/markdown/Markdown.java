package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Document;
import io.noticepress.markdown.analysis.BlockAnalyzer;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.html.BodyRenderer;
import io.noticepress.markdown.html.ElementCollector;
import io.noticepress.markdown.html.MarkupElement;
import io.noticepress.markdown.html.MarkupPolicy;
import io.noticepress.markdown.html.MarkupWriter;
import io.noticepress.markdown.html.RenderContext;
import io.noticepress.markdown.limits.MeteredText;
import io.noticepress.markdown.limits.ParseLimits;
import io.noticepress.markdown.limits.TextTooComplex;
import io.noticepress.markdown.links.LinkPolicy;
import io.noticepress.markdown.links.SafeLinkPolicy;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.markdown.syntax.ParserConfig;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.markdown.text.SourcePositions;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Renders Markdown as safe HTML, block by block, and reports the problems of the text.
 *
 * <p>CommonMark 0.31.2 with GFM tables, footnotes, strikethrough and autolinks; the deviations are listed in the README. Example:
 * {@code ## 一、总体要求} becomes a block with the anchor {@code s1} and the HTML {@code <h2 id="s1">一、总体要求</h2>}.
 *
 * <p>Input is untrusted: parsing takes at most two seconds (somewhat more for a megabyte), raw HTML is never passed on, and links
 * are https, http or mailto URLs or relative paths within the site.
 *
 * <p>Immutable; may be shared by threads.
 */
public final class Markdown {
    private static final Pattern ANNEX_TITLE =
            Pattern.compile("附件.*|(?:annex|appendix|attachment)\\b.*", Pattern.DOTALL);

    private final ParserConfig parserConfig = new ParserConfig();
    private final ParseLimits parseLimits;
    private final LinkPolicy linkPolicy;

    public Markdown() {
        this(ParseLimits.DEFAULT, new SafeLinkPolicy());
    }

    /** With other limits or another link policy, for tests. */
    Markdown(ParseLimits parseLimits, LinkPolicy linkPolicy) {
        this.parseLimits = parseLimits;
        this.linkPolicy = linkPolicy;
    }

    /**
     * Parses and renders a text.
     *
     * @param urlResolver maps the relative paths of its links to URLs
     * @return the rendered body; if the text is too large or too complex, an empty one with that problem
     */
    public Body parse(MarkdownSource source, UrlResolver urlResolver) {
        MeteredText meteredText = new MeteredText(source.body(), parseLimits);
        try {
            if (isTooLarge(source.body())) {
                return emptyBody(tooLarge(source));
            }
            parseLimits.check(source.body());
            return render(source, urlResolver, meteredText);
        } catch (TextTooComplex e) {
            return emptyBody(tooComplex(source, e.offset(), e.problemMessage()));
        } catch (StackOverflowError e) {
            return emptyBody(
                    tooComplex(source, 0, Message.of("正文的标记嵌套太深", "the markup of this text is nested too deeply")));
        }
    }

    /**
     * The body without its HTML, for callers that need only the analysis. It is rendered nevertheless, as the limit on the length of
     * all links is checked during rendering.
     */
    public Body analyze(MarkdownSource source, UrlResolver urlResolver) {
        Body body = parse(source, urlResolver);
        return new Body(List.of(), "", body.outline(), body.findings(), body.blockTexts());
    }

    private Body render(MarkdownSource source, UrlResolver urlResolver, MeteredText meteredText) {
        Document document = parserConfig.parse(meteredText);
        BlockAnalyzer blockAnalyzer = new BlockAnalyzer(source, meteredText, linkPolicy, urlResolver).analyze(document);
        RenderContext renderContext = new RenderContext(
                source.body(), source.chinese(), blockAnalyzer.anchors(), blockAnalyzer.destinations(), urlResolver);
        ElementCollector elementCollector = new ElementCollector();
        BodyRenderer.render(document, renderContext, new MarkupWriter(MarkupPolicy.wrap(elementCollector)));
        meteredText.checkTime();
        return body(elementCollector.elements(), blockAnalyzer);
    }

    private static Body body(List<MarkupElement> elements, BlockAnalyzer blockAnalyzer) {
        List<RenderedPart> parts = new ArrayList<>();
        List<RenderedBlock> blocks = new ArrayList<>();
        MarkupElement title = null;
        String footnotes = "";
        for (MarkupElement markupElement : elements) {
            if (markupElement.tag().equals("h1")) {
                addPart(parts, title, blocks, blockAnalyzer.documentTitles());
                title = markupElement;
                blocks.clear();
            } else if (markupElement.cssClass().equals("notes")) {
                footnotes = markupElement.html();
            } else {
                blocks.add(new RenderedBlock(markupElement.id(), markupElement.html()));
            }
        }
        addPart(parts, title, blocks, blockAnalyzer.documentTitles());
        return new Body(
                parts, footnotes, blockAnalyzer.outline(), blockAnalyzer.findings(), blockAnalyzer.blockTexts());
    }

    /** Adds a part; {@code title} is null for the cover, which exists even if it is empty. */
    private static void addPart(
            List<RenderedPart> parts, MarkupElement title, List<RenderedBlock> blocks, List<String> titles) {
        if (title == null) {
            parts.add(new RenderedPart(RenderedPart.PartKind.COVER, "", "", "", blocks));
            return;
        }
        String plainTitle = titles.get(parts.size() - 1);
        boolean annex = ANNEX_TITLE.matcher(plainTitle.toLowerCase(Locale.ROOT)).matches();
        parts.add(new RenderedPart(
                annex ? RenderedPart.PartKind.ANNEX : RenderedPart.PartKind.ISSUED,
                title.id(),
                plainTitle,
                title.inner(),
                blocks));
    }

    private boolean isTooLarge(String body) {
        return body.length() > parseLimits.maxBytes()
                || body.length() > parseLimits.maxBytes() / 3
                        && body.getBytes(StandardCharsets.UTF_8).length > parseLimits.maxBytes();
    }

    private Problem tooLarge(MarkdownSource source) {
        return Problem.of(
                ProblemCode.TOO_LARGE,
                new Location(source.file(), source.firstLine(), 1),
                1,
                Message.of("正文超过 {0} KiB", "the text is larger than {0} KiB", parseLimits.maxBytes() >> 10),
                Message.of("把一部分改作附件", "move part of it to an attachment"));
    }

    private static Problem tooComplex(MarkdownSource source, int offset, Message message) {
        return Problem.of(
                ProblemCode.TOO_COMPLEX,
                new SourcePositions(source).location(offset),
                1,
                message,
                Message.of("改写这一处，或拆成几份文件", "simplify this part, or split the text into several files"));
    }

    private static Body emptyBody(Problem problem) {
        RenderedPart cover = new RenderedPart(RenderedPart.PartKind.COVER, "", "", "", List.of());
        return new Body(List.of(cover), "", List.of(), new Findings(List.of(problem), List.of(), "", ""), List.of());
    }
}
