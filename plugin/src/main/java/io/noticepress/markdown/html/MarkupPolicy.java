package io.noticepress.markdown.html;

import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;
import org.owasp.html.TagBalancingHtmlStreamEventReceiver;

/**
 * The allow-list of elements, attributes and values in rendered HTML, whatever the renderer writes. It is the second defence
 * against script injection and does not rely on the first, the link policy.
 */
public final class MarkupPolicy {
    private static final Pattern ANCHOR_ID = Pattern.compile("(?:[dsip]|fn|fnref)\\d+(?:-\\d+)*");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final AttributePolicy NO_OTHER_HOST =
            (element, attribute, value) -> value.startsWith("//") || value.indexOf('\\') >= 0 ? null : value;
    private static final AttributePolicy RELATIVE_PATH = (element, attribute, value) ->
            value.startsWith("//") || value.indexOf('\\') >= 0 || value.matches("(?s)[^/?#]*:.*") ? null : value;

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "ol",
                    "ul",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "del",
                    "sup",
                    "a",
                    "img",
                    "br",
                    "hr",
                    "div",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td")
            .allowWithoutAttributes("a", "img")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .matching(NO_OTHER_HOST)
            .onElements("a")
            .allowAttributes("src")
            .matching(RELATIVE_PATH)
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(DIGITS)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("a", "img")
            .allowAttributes("id")
            .matching(ANCHOR_ID)
            .globally()
            .allowAttributes("class")
            .matching(true, "paren", "notes")
            .onElements("ol")
            .allowAttributes("class")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(true, "table")
            .onElements("div")
            .allowAttributes("role")
            .matching(true, "group")
            .onElements("div")
            .allowAttributes("tabindex")
            .matching(true, "0")
            .onElements("div")
            .allowAttributes("aria-label")
            .onElements("div")
            .allowAttributes("class")
            .matching(true, "noteref")
            .onElements("sup")
            .allowAttributes("class")
            .matching(true, "back", "url")
            .onElements("a")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[\\p{L}\\p{N}_+#.-]{1,40}"))
            .onElements("code")
            .allowAttributes("value")
            .matching(DIGITS)
            .onElements("li")
            .allowAttributes("scope")
            .matching(true, "col")
            .onElements("th")
            .allowAttributes("role")
            .matching(true, "doc-noteref", "doc-backlink")
            .onElements("a")
            .toFactory();

    private MarkupPolicy() {}

    /** A receiver that passes only allowed markup on to {@code out}, with balanced and correctly nested tags. */
    public static HtmlStreamEventReceiver wrap(HtmlStreamEventReceiver out) {
        TagBalancingHtmlStreamEventReceiver balancer = new TagBalancingHtmlStreamEventReceiver(POLICY.apply(out));
        balancer.setNestingLimit(256);
        return balancer;
    }
}
