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
 * Turns Markdown into safe HTML, block by block, and says what is wrong with it.
 *
 * <p>CommonMark 0.31.2 with GFM tables, footnotes, strikethrough and bare links; the deviations are listed in the README.
 * Texts are not to be trusted: each costs two seconds at most (a megabyte some more), raw HTML is never passed on, and links lead by https, http
 * or mailto to other places or by a relative path within the site.
 *
 * <p>Immutable; shared by all threads.
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

    /** Other limits or another rule about links, for tests. */
    Markdown(ParseLimits parseLimits, LinkPolicy linkPolicy) {
        this.parseLimits = parseLimits;
        this.linkPolicy = linkPolicy;
    }

    /**
     * Sets one text.
     *
     * @param urlResolver what becomes of the relative paths in its links
     * @return the text; if it is too large or too complex, an empty one that says so
     */
    public Body parse(MarkdownSource text, UrlResolver urlResolver) {
        MeteredText meteredText = new MeteredText(text.body(), parseLimits);
        try {
            if (isTooLarge(text.body())) {
                return emptyBody(text, tooLarge(text));
            }
            parseLimits.check(text.body());
            return render(text, urlResolver, meteredText);
        } catch (TextTooComplex found) {
            return emptyBody(text, tooComplex(text, found.offset(), found.problemMessage()));
        } catch (StackOverflowError deep) {
            return emptyBody(
                    text, tooComplex(text, 0, Message.of("正文的标记嵌套太深", "the marks of this text are nested too deep")));
        }
    }

    /** The same without its HTML, when all that is asked for is what is found in it and what it says. */
    public Body analyze(MarkdownSource text, UrlResolver urlResolver) {
        Body body = parse(text, urlResolver);
        return new Body(List.of(), "", body.outline(), body.findings(), body.blockTexts());
    }

    private Body render(MarkdownSource text, UrlResolver urlResolver, MeteredText meteredText) {
        Document document = parserConfig.parse(meteredText);
        BlockAnalyzer blockAnalyzer = new BlockAnalyzer(text, meteredText, linkPolicy, urlResolver).analyze(document);
        RenderContext renderContext = new RenderContext(
                text.body(), text.chinese(), blockAnalyzer.anchors(), blockAnalyzer.destinations(), urlResolver);
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

    /** The cover is there even if it is empty; {@code title} is null for it. */
    private static void addPart(
            List<RenderedPart> parts, MarkupElement title, List<RenderedBlock> blocks, List<String> titles) {
        if (title == null) {
            parts.add(new RenderedPart(RenderedPart.PartKind.COVER, "", "", "", blocks));
            return;
        }
        String words = titles.get(parts.size() - 1);
        boolean annex = ANNEX_TITLE.matcher(words.toLowerCase(Locale.ROOT)).matches();
        parts.add(new RenderedPart(
                annex ? RenderedPart.PartKind.ANNEX : RenderedPart.PartKind.ISSUED,
                title.id(),
                words,
                title.inner(),
                blocks));
    }

    private boolean isTooLarge(String body) {
        return body.length() > parseLimits.maxBytes()
                || body.length() > parseLimits.maxBytes() / 3
                        && body.getBytes(StandardCharsets.UTF_8).length > parseLimits.maxBytes();
    }

    private Problem tooLarge(MarkdownSource text) {
        return Problem.of(
                ProblemCode.TOO_LARGE,
                new Location(text.file(), text.firstLine(), 1),
                1,
                Message.of("正文超过 {0} KiB", "the text is larger than {0} KiB", parseLimits.maxBytes() >> 10),
                Message.of("把一部分改作附件", "make a part of it an attachment"));
    }

    private static Problem tooComplex(MarkdownSource text, int offset, Message what) {
        return Problem.of(
                ProblemCode.TOO_COMPLEX,
                new SourcePositions(text).location(offset),
                1,
                what,
                Message.of("改写这一处，或拆成几份文件", "write this place more simply, or split the text"));
    }

    private static Body emptyBody(MarkdownSource text, Problem problem) {
        RenderedPart cover = new RenderedPart(RenderedPart.PartKind.COVER, "", "", "", List.of());
        return new Body(List.of(cover), "", List.of(), new Findings(List.of(problem), List.of(), "", ""), List.of());
    }
}
