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

/** Assembles the page of a notice in two languages side by side; blocks are aligned by their anchors. Immutable. */
public final class ParallelViewAssembler {
    /** A block in one language, or the title of an issued document or annex. */
    private record ParallelBlock(String anchor, boolean title, String html) {}

    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final Map<String, LanguageContext> contexts;

    /** @param contexts by language key */
    public ParallelViewAssembler(Catalog catalog, Map<String, LanguageContext> contexts) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.contexts = contexts;
    }

    public ParallelView assemble(Page.ParallelPage page, Body left, Body right) {
        Notice notice = page.notice();
        List<ParallelBlock> lefts = blocks(left, page.left());
        List<ParallelBlock> rights = blocks(right, page.right());
        boolean leftIsOriginal = page.left().isOriginal();
        Body original = leftIsOriginal ? left : right;
        Edition translated = leftIsOriginal ? page.right() : page.left();
        boolean isOutdated = translated
                .translation()
                .map(translation -> translation.isOutdated(original.findings().basis()))
                .orElse(false);
        List<ParallelView.ParallelRow> rows = alignedRows(
                lefts,
                rights,
                translated
                        .translation()
                        .map(translation -> outdatedAnchors(translation, original, leftIsOriginal ? lefts : rights))
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
                side(notice, page.left(), isOutdated),
                side(notice, page.right(), isOutdated),
                rows,
                footnotes,
                rows.stream().anyMatch(ParallelView.ParallelRow::outdated));
    }

    private ParallelView.ParallelSide side(Notice notice, Edition edition, boolean isOutdated) {
        LanguageContext context = contexts.get(edition.language().key());
        NoticeViewAssembler notices = new NoticeViewAssembler(catalog, context);
        return new ParallelView.ParallelSide(
                edition.language().tag(),
                edition.language().name(),
                edition.title(),
                siteUrls.href(Addresses.notice(edition.language(), notice)),
                context.dateFormat().format(notice.dates().issued()),
                edition.recipients(),
                notices.banners(notice, edition, isOutdated && !edition.isOriginal()),
                notices.effects(notice),
                edition.translation().map(translation -> notices.translationView(notice, translation, isOutdated)),
                context.messages());
    }

    /** Rows in the order of both texts; a block without a counterpart has a row of its own. */
    private static List<ParallelView.ParallelRow> alignedRows(
            List<ParallelBlock> lefts, List<ParallelBlock> rights, Set<String> outdated) {
        List<String> left = lefts.stream().map(ParallelBlock::anchor).toList();
        List<String> right = rights.stream().map(ParallelBlock::anchor).toList();
        Set<String> usedAnchors = new HashSet<>();
        return AnchorAlignment.of(left, right).stream()
                .map(pair -> {
                    ParallelBlock block = pair.hasLeft() ? lefts.get(pair.left()) : rights.get(pair.right());
                    return new ParallelView.ParallelRow(
                            usedAnchors.add(block.anchor()) ? block.anchor() : "",
                            block.title(),
                            new SafeHtml(pair.hasLeft() ? lefts.get(pair.left()).html() : ""),
                            new SafeHtml(
                                    pair.hasRight() ? rights.get(pair.right()).html() : ""),
                            outdated.contains(block.anchor()));
                })
                .toList();
    }

    private List<ParallelBlock> blocks(Body body, Edition edition) {
        Set<String> anchors = rowAnchors(body);
        List<ParallelBlock> blocks = new ArrayList<>();
        for (RenderedPart part : body.parts()) {
            if (!part.anchor().isEmpty()) {
                blocks.add(
                        new ParallelBlock(part.anchor(), true, withLanguageIds(part.heading(), "", anchors, edition)));
            }
            for (RenderedBlock block : part.blocks()) {
                blocks.add(new ParallelBlock(
                        block.anchor(), false, withLanguageIds(block.html(), block.anchor(), anchors, edition)));
            }
        }
        return blocks;
    }

    /** The anchors that rows carry: those of parts and of blocks. */
    private static Set<String> rowAnchors(Body body) {
        Set<String> anchors = new HashSet<>();
        for (RenderedPart part : body.parts()) {
            anchors.add(part.anchor());
            part.blocks().forEach(block -> anchors.add(block.anchor()));
        }
        return anchors;
    }

    /**
     * The anchors of the blocks that changed in the original since it was translated; none if no basis was recorded.
     *
     * @param blocks of the original
     */
    private static Set<String> outdatedAnchors(Translation translation, Body original, List<ParallelBlock> blocks) {
        Set<String> known = new HashSet<>(translation.basis());
        Set<String> outdated = new HashSet<>();
        String[] now = original.findings().basis().split(" ");
        // a basis is "v1", the title's fingerprint, then one per block, titles of documents included
        for (int i = 2; i < now.length && i - 2 < blocks.size() && !known.isEmpty(); i++) {
            if (!known.contains(now[i])) {
                outdated.add(blocks.get(i - 2).anchor());
            }
        }
        return outdated;
    }

    /**
     * Makes the ids in a block unique on a page that shows two languages. The row carries the anchor of the block; all other
     * ids get the language as prefix: {@code <li id="i1-1">} becomes {@code <li id="en-i1-1">}.
     */
    private static String withLanguageIds(String html, String anchor, Set<String> anchors, Edition edition) {
        String prefix = edition.language().key() + "-";
        String ids = replaceAttributes(html, " id=\"", id -> id.equals(anchor) ? "" : " id=\"" + prefix + id + "\"");
        return replaceAttributes(
                ids, " href=\"#", link -> " href=\"#" + (anchors.contains(link) ? link : prefix + link) + "\"");
    }

    /** Replaces each attribute that starts with a prefix, given the rest of its value. */
    private static String replaceAttributes(String html, String prefix, UnaryOperator<String> replacement) {
        int at = html.indexOf(prefix);
        if (at < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 128);
        int done = 0;
        while (at >= 0) {
            int value = at + prefix.length();
            int end = html.indexOf('"', value);
            out.append(html, done, at).append(replacement.apply(html.substring(value, end)));
            done = end + 1;
            at = html.indexOf(prefix, done);
        }
        return out.append(html, done, html.length()).toString();
    }
}
