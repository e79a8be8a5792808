package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.RenderedBlock;
import io.noticepress.markdown.RenderedPart;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.ParallelView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sets the two languages of a notice side by side, by the anchors they share. Immutable. */
public final class ParallelViewAssembler {
    /** A block of one language, or the title of a document. */
    private record ParallelBlock(String anchor, boolean title, String html) {}

    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final Map<String, ListViewAssembler> views;

    public ParallelViewAssembler(Catalog catalog, Map<String, ListViewAssembler> views) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.views = views;
    }

    public ParallelView assemble(Page.ParallelPage page, Body left, Body right) {
        Notice notice = page.notice();
        List<ParallelBlock> lefts = blocks(left, page.left());
        List<ParallelBlock> rights = blocks(right, page.right());
        boolean leftIsOriginal = page.left().isOriginal();
        Body original = leftIsOriginal ? left : right;
        Optional<Translation> translation =
                leftIsOriginal ? page.right().translation() : page.left().translation();
        boolean behind = translation
                .map(how -> how.isOutdated(original.findings().basis()))
                .orElse(false);
        List<ParallelView.ParallelRow> rows = alignedRows(
                lefts,
                rights,
                translation
                        .map(how -> outdatedAnchors(how, original, leftIsOriginal ? lefts : rights))
                        .orElse(Set.of()));
        Optional<ParallelView.ParallelRow> footnotes =
                left.footnotes().isEmpty() && right.footnotes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ParallelView.ParallelRow(
                                "",
                                false,
                                new SafeHtml(withLanguageIds(left.footnotes(), "", rowAnchors(left), page.left())),
                                new SafeHtml(withLanguageIds(right.footnotes(), "", rowAnchors(right), page.right())),
                                false));
        return new ParallelView(
                notice.number().map(DocumentNumber::printed).orElse(""),
                notice.originalEdition().language().tag(),
                side(notice, page.left(), behind),
                side(notice, page.right(), behind),
                rows,
                footnotes,
                rows.stream().anyMatch(ParallelView.ParallelRow::outdated));
    }

    private ParallelView.ParallelSide side(Notice notice, Edition edition, boolean behind) {
        ListViewAssembler in = views.get(edition.language().key());
        NoticeViewAssembler notices = new NoticeViewAssembler(catalog, in);
        return new ParallelView.ParallelSide(
                edition.language().tag(),
                edition.language().name(),
                edition.title(),
                siteUrls.href(Addresses.notice(edition.language(), notice)),
                in.dateFormat().format(notice.dates().issued()),
                edition.recipients(),
                notices.banners(notice, edition, behind && !edition.isOriginal()),
                notices.effects(notice),
                edition.translation().map(how -> notices.translationView(notice, how, behind)),
                in.messages());
    }

    /** Rows in the order of both texts: what has no counterpart stands alone where it comes. */
    private static List<ParallelView.ParallelRow> alignedRows(
            List<ParallelBlock> lefts, List<ParallelBlock> rights, Set<String> outdated) {
        List<String> left = lefts.stream().map(ParallelBlock::anchor).toList();
        List<String> right = rights.stream().map(ParallelBlock::anchor).toList();
        Set<String> given = new HashSet<>();
        return AnchorAlignment.of(left, right).stream()
                .map(alignedPair -> {
                    ParallelBlock any =
                            alignedPair.hasLeft() ? lefts.get(alignedPair.left()) : rights.get(alignedPair.right());
                    return new ParallelView.ParallelRow(
                            given.add(any.anchor()) ? any.anchor() : "",
                            any.title(),
                            new SafeHtml(
                                    alignedPair.hasLeft()
                                            ? lefts.get(alignedPair.left()).html()
                                            : ""),
                            new SafeHtml(
                                    alignedPair.hasRight()
                                            ? rights.get(alignedPair.right()).html()
                                            : ""),
                            outdated.contains(any.anchor()));
                })
                .toList();
    }

    private List<ParallelBlock> blocks(Body body, Edition edition) {
        Set<String> anchors = rowAnchors(body);
        List<ParallelBlock> pieces = new ArrayList<>();
        for (RenderedPart renderedPart : body.parts()) {
            if (!renderedPart.anchor().isEmpty()) {
                pieces.add(new ParallelBlock(
                        renderedPart.anchor(), true, withLanguageIds(renderedPart.heading(), "", anchors, edition)));
            }
            for (RenderedBlock renderedBlock : renderedPart.blocks()) {
                pieces.add(new ParallelBlock(
                        renderedBlock.anchor(),
                        false,
                        withLanguageIds(renderedBlock.html(), renderedBlock.anchor(), anchors, edition)));
            }
        }
        return pieces;
    }

    /** The anchors that rows have. */
    private static Set<String> rowAnchors(Body body) {
        Set<String> anchors = new HashSet<>();
        for (RenderedPart renderedPart : body.parts()) {
            anchors.add(renderedPart.anchor());
            renderedPart.blocks().forEach(renderedBlock -> anchors.add(renderedBlock.anchor()));
        }
        return anchors;
    }

    /** The anchors of the original's blocks that the translation does not know yet; none if no basis was recorded. */
    private static Set<String> outdatedAnchors(Translation translation, Body original, List<ParallelBlock> pieces) {
        Set<String> known = new HashSet<>(translation.basis());
        Set<String> outdated = new HashSet<>();
        String[] now = original.findings().basis().split(" ");
        // v1, the title, then one fingerprint per title of a document and block
        for (int i = 2; i < now.length && i - 2 < pieces.size() && !known.isEmpty(); i++) {
            if (!known.contains(now[i])) {
                outdated.add(pieces.get(i - 2).anchor());
            }
        }
        return outdated;
    }

    /** HTML whose ids are its language's own: the row has the block's anchor, what is within it gets a prefix. */
    private static String withLanguageIds(String html, String anchor, Set<String> anchors, Edition edition) {
        String prefix = edition.language().key() + "-";
        String ids = replaceAttributes(html, " id=\"", id -> id.equals(anchor) ? "" : " id=\"" + prefix + id + "\"");
        return replaceAttributes(
                ids, " href=\"#", link -> " href=\"#" + (anchors.contains(link) ? link : prefix + link) + "\"");
    }

    /** HTML in which each attribute that begins like this is put anew, given its value, or the rest of it. */
    private static String replaceAttributes(String html, String begin, UnaryOperator<String> anew) {
        int at = html.indexOf(begin);
        if (at < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 128);
        int done = 0;
        while (at >= 0) {
            int value = at + begin.length();
            int end = html.indexOf('"', value);
            out.append(html, done, at).append(anew.apply(html.substring(value, end)));
            done = end + 1;
            at = html.indexOf(begin, done);
        }
        return out.append(html, done, html.length()).toString();
    }
}
