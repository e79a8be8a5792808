package io.noticepress.markdown.lint;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.links.LinkDestination.DestinationKind;
import io.noticepress.markdown.links.LinkPolicy;
import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.markdown.text.SourcePositions;
import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Checks syntax nodes for raw HTML, unsafe and broken links, and hidden characters; records where each link leads. */
public final class NodeLint {
    private final String body;
    private final SourcePositions positions;
    private final LinkPolicy policy;
    private final UrlResolver urlResolver;
    private final Consumer<Problem> problems;
    private final Map<Node, LinkDestination> destinations = new IdentityHashMap<>();
    private final List<RelativeLink> links = new ArrayList<>();

    public NodeLint(
            String body,
            SourcePositions positions,
            LinkPolicy policy,
            UrlResolver urlResolver,
            Consumer<Problem> problems) {
        this.body = body;
        this.positions = positions;
        this.policy = policy;
        this.urlResolver = urlResolver;
        this.problems = problems;
    }

    /** The checked destination of each link and picture. */
    public Map<Node, LinkDestination> destinations() {
        return destinations;
    }

    /** The relative links and pictures, in source order. */
    public List<RelativeLink> links() {
        return links;
    }

    /** Checks all descendants of a node. */
    public void checkDescendants(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            check(node);
            checkDescendants(node);
        }
    }

    /** Checks one node without its children. */
    public void check(Node node) {
        if (node instanceof HtmlInlineBase || node instanceof HtmlBlockBase) {
            reportRawHtml(node);
        } else if (node instanceof HtmlEntity) {
            checkHiddenChars(node.getChars(), node.getChars().unescape());
        } else if (node instanceof AutoLink link) {
            checkAutolink(link);
        } else if (node instanceof MailLink mail) {
            checkDestination(mail, mail.getText(), "mailto:" + mail.getText().unescape(), false);
        } else if (node instanceof InlineLinkNode link) {
            checkWrittenLink(link, link, link instanceof Image);
        } else if (node instanceof RefNode link && link.isDefined()) {
            Reference reference = link.getReferenceNode(link.getDocument());
            if (reference != null) {
                checkWrittenLink(link, reference, link instanceof ImageRef);
            }
        }
    }

    private void reportRawHtml(Node node) {
        int start = node.getStartOffset();
        int end = Math.max(start, node.getEndOffset());
        while (start < end && body.charAt(start) != '<') {
            start++;
        }
        int close = body.indexOf('>', start);
        int stop = close < 0 || close >= end ? end : close + 1;
        problems.accept(Problem.of(
                ProblemCode.RAW_HTML,
                positions.location(start),
                positions.width(start, stop),
                Message.of("正文里不能写 HTML", "HTML is not allowed in the text"),
                body.subSequence(start, stop).toString().startsWith("<!--")
                        ? Message.of(
                                "删去；写给自己的话可放在开头的字段之间，行首加“#”",
                                "delete it; put notes to yourself among the fields at the top, each line beginning with #")
                        : Message.of(
                                "改用 Markdown：加粗写“**文字**”，另起一段空一行；要显示“<”，写成“\\<”",
                                "use Markdown: **bold**, a blank line between paragraphs; to show <, write \\<")));
    }

    /** Checks {@code <https://…>} or a bare URL; a bare URL with another scheme is plain text. */
    private void checkAutolink(AutoLink link) {
        boolean bare = link.getOpeningMarker().isEmpty();
        String address = bare ? link.getText().unescape() : link.getText().toString();
        String lower = address.toLowerCase(Locale.ROOT);
        if (bare && lower.startsWith("www.")) {
            checkDestination(link, link.getText(), "http://" + address, false);
        } else if (!bare || lower.startsWith("http://") || lower.startsWith("https://")) {
            checkDestination(link, link.getText(), address, false);
        }
    }

    private void checkWrittenLink(Node link, LinkNodeBase source, boolean picture) {
        BasedSequence url = source.getUrl();
        BasedSequence shown = url.isEmpty() ? link.getChars() : url;
        String address = url.unescape();
        checkHiddenChars(shown, address);
        if (source.getTitle().isNotNull()) {
            checkHiddenChars(source.getTitle(), source.getTitle().unescape());
        }
        checkDestination(link, shown, address, picture);
    }

    private void checkDestination(Node link, BasedSequence source, String address, boolean picture) {
        LinkDestination linkDestination = policy.check(address, picture, urlResolver);
        destinations.put(link, linkDestination);
        Location at = positions.location(source.getStartOffset());
        int width = positions.width(source.getStartOffset(), source.getEndOffset());
        if (linkDestination.kind() == DestinationKind.INSIDE) {
            links.add(new RelativeLink(linkDestination.path(), linkDestination.fragment(), picture, at, width));
        } else if (linkDestination.kind() == DestinationKind.UNSAFE) {
            problems.accept(Problem.of(
                    ProblemCode.UNSAFE_LINK, at, width, linkDestination.reason(), unsafeLinkAdvice(picture)));
        } else if (linkDestination.kind() == DestinationKind.BROKEN) {
            problems.accept(Problem.of(
                    ProblemCode.BROKEN_LINK,
                    at,
                    width,
                    linkDestination.reason(),
                    Message.of(
                            "写相对于本文件的路径，例如 ../2023/a.zh.md",
                            "write a path relative to this file, such as ../2023/a.en.md")));
        }
    }

    private static Message unsafeLinkAdvice(boolean picture) {
        return picture
                ? Message.of("把图片放进这份文件的文件夹，写相对路径", "put the picture into the notice's folder and use a relative path")
                : Message.of(
                        "站外写 https://…、http://… 或 mailto:…；站内写相对于本文件的路径，用“/”分隔，例如 ../2023/a.zh.md",
                        "use https://…, http://… or mailto:… for other sites, or a path relative to this file with / between folders, such as ../2023/a.en.md");
    }

    /** Reports a hidden character written as a character reference; those typed as such are reported when the file is read. */
    private void checkHiddenChars(BasedSequence source, String decoded) {
        int hidden =
                decoded.codePoints().filter(HiddenChars::isHidden).findFirst().orElse(-1);
        if (hidden >= 0 && source.toString().indexOf(hidden) < 0) {
            problems.accept(Problem.of(
                    ProblemCode.HIDDEN_CHARACTER,
                    positions.location(source.getStartOffset()),
                    positions.width(source.getStartOffset(), source.getEndOffset()),
                    Message.of(
                            "“{0}”是看不见的字符 {1}",
                            "{0} is the hidden character {1}", source, HiddenChars.codePointName(hidden)),
                    Message.of("删去它", "remove it")));
        }
    }
}
