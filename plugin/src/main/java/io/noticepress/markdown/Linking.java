package io.noticepress.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Sets links and pictures as they were judged; of one that may not be set only the words are left. */
final class Linking {
    private final Sheet sheet;

    Linking(Sheet sheet) {
        this.sheet = sheet;
    }

    void link(Link node, NodeRendererContext context, HtmlWriter html) {
        setLink(node, node.getTitle(), context, html);
    }

    void reference(RefNode node, NodeRendererContext context, HtmlWriter html) {
        Reference reference = node.isDefined() ? node.getReferenceNode(context.getDocument()) : null;
        if (reference == null) {
            context.delegateRender();
        } else if (node instanceof ImageRef) {
            setPicture(node, reference.getTitle(), html);
        } else {
            setLink(node, reference.getTitle(), context, html);
        }
    }

    private void setLink(Node node, BasedSequence title, NodeRendererContext context, HtmlWriter html) {
        Target target = sheet.target(node);
        if (target == null || !target.isUsable()) {
            context.renderChildren(node);
            return;
        }
        attribute(html, "href", target.href());
        title(title, html);
        sheet.spend(target.href().length() + title.length());
        html.withAttr().tag("a");
        context.renderChildren(node);
        html.closeTag("a");
    }

    /** flexmark keeps what looks like a character reference in a value; {@code &} is always meant literally here. */
    private static void attribute(HtmlWriter html, String name, String value) {
        html.attr(name, value.replace("&", "&amp;"));
    }

    private void title(BasedSequence title, HtmlWriter html) {
        if (title.isNotNull()) {
            attribute(html, "title", title.unescape());
        }
    }

    void picture(Image node, NodeRendererContext context, HtmlWriter html) {
        setPicture(node, node.getTitle(), html);
    }

    private void setPicture(Node node, BasedSequence title, HtmlWriter html) {
        Target target = sheet.target(node);
        Passage words = Passage.of(node, sheet.body());
        String alt = words.plain(0, words.text().length(), sheet.chinese());
        if (target == null || !target.isUsable()) {
            html.text(alt);
            return;
        }
        sheet.spend(target.href().length() + title.length());
        attribute(html, "src", target.href());
        attribute(html, "alt", alt);
        sheet.pixels(target).ifPresent(pixels -> {
            html.attr("width", Integer.toString(pixels.width()));
            html.attr("height", Integer.toString(pixels.height()));
        });
        title(title, html);
        html.withAttr().tagVoid("img");
    }

    void auto(AutoLink node, NodeRendererContext context, HtmlWriter html) {
        boolean bare = node.getOpeningMarker().isEmpty();
        address(node, bare ? node.getText().unescape() : node.getText().toString(), html);
    }

    void mail(MailLink node, NodeRendererContext context, HtmlWriter html) {
        address(node, node.getText().unescape(), html);
    }

    private void address(Node node, String words, HtmlWriter html) {
        Target target = sheet.target(node);
        if (target == null || !target.isUsable()) {
            html.text(words);
        } else {
            attribute(html, "href", target.href());
            html.attr("class", "url").withAttr().tag("a");
            html.text(words);
            html.closeTag("a");
        }
    }
}
