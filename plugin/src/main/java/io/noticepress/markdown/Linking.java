package io.noticepress.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.function.Consumer;

/** Sets links and pictures as they were judged; of one that may not be set only the words are left. */
final class Linking {
    private final Sheet sheet;
    private final Html html;
    private final Consumer<Node> children;

    /** @param children sets what stands within a node */
    Linking(Sheet sheet, Html html, Consumer<Node> children) {
        this.sheet = sheet;
        this.html = html;
        this.children = children;
    }

    void link(Link node) {
        setLink(node, node.getTitle());
    }

    void reference(LinkRef node) {
        Reference reference = definition(node);
        if (reference != null) {
            setLink(node, reference.getTitle());
        } else if (node.hasChildren()) {
            html.text(node.getChars().prefixOf(node.getChildChars()).unescape());
            children.accept(node);
            html.text(node.getChars().suffixOf(node.getChildChars()).unescape());
        } else {
            html.text(node.getChars().unescape());
        }
    }

    private static Reference definition(RefNode node) {
        return node.isDefined() ? node.getReferenceNode(node.getDocument()) : null;
    }

    private void setLink(Node node, BasedSequence title) {
        Target target = sheet.target(node);
        if (target == null || !target.isUsable()) {
            children.accept(node);
            return;
        }
        html.attribute("href", target.href());
        title(title);
        sheet.spend(target.href().length() + title.length());
        html.inline("a", () -> children.accept(node));
    }

    private void title(BasedSequence title) {
        if (title.isNotNull()) {
            html.attribute("title", title.unescape());
        }
    }

    void picture(Image node) {
        setPicture(node, node.getTitle());
    }

    void pictureReference(ImageRef node) {
        Reference reference = definition(node);
        if (reference != null) {
            setPicture(node, reference.getTitle());
        } else {
            html.text(node.getChars().unescape());
        }
    }

    private void setPicture(Node node, BasedSequence title) {
        Target target = sheet.target(node);
        Passage words = Passage.of(node, sheet.body());
        String alt = words.plain(0, words.text().length(), sheet.chinese());
        if (target == null || !target.isUsable()) {
            html.text(alt);
            return;
        }
        sheet.spend(target.href().length() + title.length());
        html.attribute("src", target.href());
        html.attribute("alt", alt);
        sheet.pixels(target).ifPresent(imageSize -> {
            html.attribute("width", Integer.toString(imageSize.width()));
            html.attribute("height", Integer.toString(imageSize.height()));
        });
        title(title);
        html.open("img");
    }

    void auto(AutoLink node) {
        boolean bare = node.getOpeningMarker().isEmpty();
        address(node, bare ? node.getText().unescape() : node.getText().toString());
    }

    void mail(MailLink node) {
        address(node, node.getText().unescape());
    }

    private void address(Node node, String words) {
        Target target = sheet.target(node);
        if (target == null || !target.isUsable()) {
            html.text(words);
        } else {
            html.attribute("href", target.href()).attribute("class", "url");
            html.inline("a", () -> html.text(words));
        }
    }
}
