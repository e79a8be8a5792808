package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.sequence.Escaping;
import io.noticepress.markdown.analysis.BlockAnalyzer;
import io.noticepress.markdown.html.RenderContext;
import io.noticepress.markdown.limits.MeteredText;
import io.noticepress.markdown.limits.ParseLimits;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.links.LinkPolicy;
import io.noticepress.markdown.syntax.ParserConfig;
import io.noticepress.markdown.text.MarkdownSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The examples of the CommonMark specification, and a normal form for comparing expected and actual HTML. */
final class CommonMarkSpec {
    private static final String FOLDER = "/markdown/commonmark-0.31.2/";
    private static final Set<String> OWN_ATTRIBUTES = Set.of("id", "value", "start", "scope");
    private static final Set<String> INLINE_TAGS = Set.of("a", "em", "strong", "code", "del", "sup", "img", "br");

    private static final ParserConfig PARSER_CONFIG = new ParserConfig();

    private CommonMarkSpec() {}

    /** An example: the HTML that the specification gives for {@code markdown}. */
    record SpecExample(int number, String markdown, String html) {}

    static List<SpecExample> examples() throws IOException {
        List<SpecExample> examples = new ArrayList<>();
        for (String part : resource("examples.txt").split("(?m)^=== ")) {
            if (!part.isEmpty()) {
                int eol = part.indexOf('\n');
                String[] sides = part.substring(eol + 1).replace('→', '\t').split("(?m)^\\.\n", 2);
                examples.add(new SpecExample(Integer.parseInt(part.substring(0, eol)), sides[0], sides[1]));
            }
        }
        return examples;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = CommonMarkSpec.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Our HTML before the sanitizer, with link destinations as written. */
    static String renderHtml(String markdown) {
        MarkdownSource text = new MarkdownSource("example.md", markdown, 1, false, "", false);
        MeteredText meteredText = new MeteredText(markdown, ParseLimits.DEFAULT);
        Document document = PARSER_CONFIG.parse(meteredText);
        LinkPolicy asWritten =
                (destination, picture, urlResolver) -> LinkDestination.outside(Escaping.percentEncodeUrl(destination));
        BlockAnalyzer blockAnalyzer =
                new BlockAnalyzer(text, meteredText, asWritten, path -> Optional.empty()).analyze(document);
        RenderContext renderContext = new RenderContext(
                markdown, false, blockAnalyzer.anchors(), blockAnalyzer.destinations(), path -> Optional.empty());
        return MarkdownFixture.html(document, renderContext);
    }

    /** The HTML without differences that a reader cannot see, and without our anchors and numbers. */
    static String normalize(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        joinLists(body);
        for (Element element : body.getAllElements()) {
            OWN_ATTRIBUTES.forEach(element::removeAttr);
            if (element.hasClass("paren") || element.hasClass("url")) {
                element.removeAttr("class");
            }
        }
        StringBuilder out = new StringBuilder();
        write(body, out, false);
        return out.toString();
    }

    /** Joins adjacent lists, as we render each item as a list of its own. */
    private static void joinLists(Element body) {
        for (Element list : body.select("> ol, > ul")) {
            Element before = list.previousElementSibling();
            if (before != null
                    && before.tagName().equals(list.tagName())
                    && before.className().equals(list.className())
                    && !list.hasAttr("start")) {
                list.insertChildren(0, List.copyOf(before.childNodes()));
                before.remove();
            }
        }
    }

    private static void write(Node node, StringBuilder out, boolean pre) {
        if (node instanceof TextNode text) {
            String words = pre ? text.getWholeText() : text.getWholeText().replaceAll("[ \t\n]+", " ");
            if (words.isBlank()
                    && node.parent() instanceof Element parent
                    && parent.tagName().equals("body")) {
                return;
            }
            boolean edge = !pre
                    && (isBlock(node.previousSibling()) || node.previousSibling() == null && isBlock(node.parent()));
            words = edge ? words.stripLeading() : words;
            boolean end = !pre && (isBlock(node.nextSibling()) || node.nextSibling() == null && isBlock(node.parent()));
            out.append((end ? words.stripTrailing() : words).replace("<", "&lt;"));
            return;
        }
        out.append('<').append(node.nodeName());
        node.attributes().asList().stream()
                .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
                .forEach(attribute -> out.append(' ').append(attribute));
        out.append('>');
        node.childNodes()
                .forEach(child -> write(child, out, pre || node.nodeName().equals("pre")));
        out.append("</>");
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && !INLINE_TAGS.contains(element.tagName());
    }
}
