package io.noticepress.theme;

import io.noticepress.catalog.Catalog;
import io.noticepress.markdown.Block;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Part;
import io.noticepress.model.DocNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sets the two languages of a notice side by side, by the anchors they share. Immutable. */
final class ParallelViews {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern INSIDE = Pattern.compile(" href=\"#([^\"]+)\"");

    /** A block of one language, or the title of a document. */
    private record Piece(String anchor, boolean title, String html) {}

    private final Catalog catalog;
    private final Urls urls;
    private final Views views;

    ParallelViews(Catalog catalog, Views views) {
        this.catalog = catalog;
        this.urls = new Urls(catalog.site());
        this.views = views;
    }

    ParallelView of(Page.Parallel page, Body left, Body right) {
        Notice notice = page.notice();
        List<Piece> lefts = pieces(left, page.left());
        List<Piece> rights = pieces(right, page.right());
        boolean leftIsOriginal = page.left().isOriginal();
        Set<String> outdated = outdated(
                leftIsOriginal ? page.right() : page.left(),
                leftIsOriginal ? left : right,
                leftIsOriginal ? lefts : rights);
        List<ParallelView.Pair> rows = pairs(lefts, rights, outdated);
        if (!left.footnotes().isEmpty() || !right.footnotes().isEmpty()) {
            rows.add(new ParallelView.Pair(
                    "",
                    false,
                    new Markup(own(left.footnotes(), "", Set.of(), page.left())),
                    new Markup(own(right.footnotes(), "", Set.of(), page.right())),
                    false));
        }
        return new ParallelView(
                notice.number().map(DocNumber::printed).orElse(""),
                views.days().of(notice.dates().issued()),
                side(notice, page.left(), !outdated.isEmpty()),
                side(notice, page.right(), !outdated.isEmpty()),
                rows,
                !outdated.isEmpty());
    }

    private ParallelView.Side side(Notice notice, Edition edition, boolean behind) {
        return new ParallelView.Side(
                edition.language().tag(),
                edition.language().name(),
                edition.title(),
                urls.href(Addresses.notice(edition.language(), notice)),
                edition.recipients(),
                edition.translation().map(how -> new NoticeViews(catalog, views).translation(notice, how, behind)));
    }

    /** Rows in the order of both texts: what has no counterpart stands alone where it comes. */
    private static List<ParallelView.Pair> pairs(List<Piece> lefts, List<Piece> rights, Set<String> outdated) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rights.size(); i++) {
            places.put(rights.get(i).anchor(), i);
        }
        List<ParallelView.Pair> rows = new ArrayList<>();
        int next = 0;
        for (Piece left : lefts) {
            int place = places.getOrDefault(left.anchor(), -1);
            if (place < next) {
                rows.add(pair(Optional.of(left), Optional.empty(), outdated));
                continue;
            }
            for (; next < place; next++) {
                rows.add(pair(Optional.empty(), Optional.of(rights.get(next)), outdated));
            }
            rows.add(pair(Optional.of(left), Optional.of(rights.get(next++)), outdated));
        }
        for (; next < rights.size(); next++) {
            rows.add(pair(Optional.empty(), Optional.of(rights.get(next)), outdated));
        }
        return rows;
    }

    private static ParallelView.Pair pair(Optional<Piece> left, Optional<Piece> right, Set<String> outdated) {
        Piece any = left.or(() -> right).orElseThrow();
        return new ParallelView.Pair(
                any.anchor(),
                any.title(),
                new Markup(left.map(Piece::html).orElse("")),
                new Markup(right.map(Piece::html).orElse("")),
                outdated.contains(any.anchor()));
    }

    private List<Piece> pieces(Body body, Edition edition) {
        Set<String> anchors = new HashSet<>();
        for (Part part : body.parts()) {
            anchors.add(part.anchor());
            part.blocks().forEach(block -> anchors.add(block.anchor()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Part part : body.parts()) {
            if (!part.anchor().isEmpty()) {
                pieces.add(new Piece(part.anchor(), true, own(part.heading(), "", anchors, edition)));
            }
            for (Block block : part.blocks()) {
                pieces.add(new Piece(block.anchor(), false, own(block.html(), block.anchor(), anchors, edition)));
            }
        }
        return pieces;
    }

    /** The anchors of the original's blocks that the translation does not know yet. */
    private static Set<String> outdated(Edition translation, Body original, List<Piece> pieces) {
        List<String> recorded =
                translation.translation().map(Translation::basis).orElse(List.of());
        Set<String> outdated = new HashSet<>();
        if (recorded.isEmpty()) {
            return outdated;
        }
        Set<String> known = new HashSet<>(recorded);
        String[] now = original.findings().basis().split(" ");
        // v1, the title, then one fingerprint per title of a document and block
        for (int i = 2; i < now.length && i - 2 < pieces.size(); i++) {
            if (!known.contains(now[i])) {
                outdated.add(pieces.get(i - 2).anchor());
            }
        }
        return outdated;
    }

    /** HTML whose ids are its language's own: the row has the block's anchor, what is within it gets a prefix. */
    private static String own(String html, String anchor, Set<String> anchors, Edition edition) {
        String prefix = edition.language().key() + "-";
        String ids = ID.matcher(html)
                .replaceAll(id -> id.group(1).equals(anchor) ? "" : " id=\"" + prefix + id.group(1) + "\"");
        return INSIDE.matcher(ids)
                .replaceAll(link -> anchors.contains(link.group(1))
                        ? " href=\"#" + link.group(1) + "\""
                        : " href=\"#" + prefix + link.group(1) + "\"");
    }
}
