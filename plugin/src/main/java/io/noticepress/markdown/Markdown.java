package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Document;
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
    private static final Pattern ANNEX = Pattern.compile("附件.*|(?:annex|appendix|attachment)\\b.*", Pattern.DOTALL);

    private final Grammar grammar = new Grammar();
    private final Limits limits;
    private final LinkRule rule;

    public Markdown() {
        this(Limits.USUAL, new SafeLinks());
    }

    /** Other limits or another rule about links, for tests. */
    Markdown(Limits limits, LinkRule rule) {
        this.limits = limits;
        this.rule = rule;
    }

    /**
     * Sets one text.
     *
     * @param addresses what becomes of the relative paths in its links
     * @return the text; if it is too large or too complex, an empty one that says so
     */
    public Body parse(MarkdownText text, Addresses addresses) {
        Deadline deadline = new Deadline(text.body(), limits);
        try {
            if (isTooLarge(text.body())) {
                return refused(text, tooLarge(text));
            }
            limits.check(text.body());
            return set(text, addresses, deadline);
        } catch (TooComplex found) {
            return refused(text, tooComplex(text, found.offset(), found.what()));
        } catch (StackOverflowError deep) {
            return refused(
                    text, tooComplex(text, 0, Message.of("正文的标记嵌套太深", "the marks of this text are nested too deep")));
        }
    }

    /** The same without its HTML, when all that is asked for is what is found in it and what it says. */
    public Body proofread(MarkdownText text, Addresses addresses) {
        Body body = parse(text, addresses);
        return new Body(List.of(), "", body.outline(), body.findings(), body.words());
    }

    private Body set(MarkdownText text, Addresses addresses, Deadline deadline) {
        Document document = grammar.parse(deadline);
        Survey survey = new Survey(text, deadline, rule, addresses).of(document);
        Sheet sheet = new Sheet(text.body(), text.chinese(), survey.anchors(), survey.targets(), addresses);
        Elements elements = new Elements();
        Typesetter.set(document, sheet, new Html(Wall.before(elements)));
        deadline.check();
        return body(elements.all(), survey);
    }

    private static Body body(List<Element> elements, Survey survey) {
        List<Part> parts = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Element title = null;
        String footnotes = "";
        for (Element element : elements) {
            if (element.tag().equals("h1")) {
                add(parts, title, blocks, survey.titles());
                title = element;
                blocks.clear();
            } else if (element.kind().equals("notes")) {
                footnotes = element.html();
            } else {
                blocks.add(new Block(element.id(), element.html()));
            }
        }
        add(parts, title, blocks, survey.titles());
        return new Body(parts, footnotes, survey.outline(), survey.findings(), survey.words());
    }

    /** The cover is there even if it is empty; {@code title} is null for it. */
    private static void add(List<Part> parts, Element title, List<Block> blocks, List<String> titles) {
        if (title == null) {
            parts.add(new Part(Part.Kind.COVER, "", "", "", blocks));
            return;
        }
        String words = titles.get(parts.size() - 1);
        boolean annex = ANNEX.matcher(words.toLowerCase(Locale.ROOT)).matches();
        parts.add(new Part(annex ? Part.Kind.ANNEX : Part.Kind.ISSUED, title.id(), words, title.inner(), blocks));
    }

    private boolean isTooLarge(String body) {
        return body.length() > limits.bytes()
                || body.length() > limits.bytes() / 3 && body.getBytes(StandardCharsets.UTF_8).length > limits.bytes();
    }

    private Problem tooLarge(MarkdownText text) {
        return Problem.of(
                ProblemCode.TOO_LARGE,
                new Location(text.file(), text.firstLine(), 1),
                1,
                Message.of("正文超过 {0} KiB", "the text is larger than {0} KiB", limits.bytes() >> 10),
                Message.of("把一部分改作附件", "make a part of it an attachment"));
    }

    private static Problem tooComplex(MarkdownText text, int offset, Message what) {
        return Problem.of(
                ProblemCode.TOO_COMPLEX,
                new Places(text).at(offset),
                1,
                what,
                Message.of("改写这一处，或拆成几份文件", "write this place more simply, or split the text"));
    }

    private static Body refused(MarkdownText text, Problem problem) {
        Part cover = new Part(Part.Kind.COVER, "", "", "", List.of());
        return new Body(List.of(cover), "", List.of(), new Findings(List.of(problem), List.of(), "", ""), List.of());
    }
}
