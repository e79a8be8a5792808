package io.noticepress.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Both languages side by side: whole, block beside block, and no further from either page than one link. */
class ParallelTest {
    private final BuiltSite site = BuiltSite.here();
    private final Sources sources = site.sources();
    private final Map<String, String> languages = sources.languages();

    @Test
    void everyNoticeInBothLanguagesHasOneAndNoOther() {
        Complaints complaints = new Complaints();
        Set<String> expected = new TreeSet<>();
        notices().forEach(notice -> expected.add(file(notice)));
        complaints.unlessEqual(new TreeSet<>(site.files("parallel/.*")), expected, "parallel", "set");
        complaints.none();
    }

    @Test
    void bothTextsAreComplete() {
        Complaints complaints = new Complaints();
        for (Sources.Notice notice : notices()) {
            Document page = site.pages().get(file(notice));
            languages.forEach((key, tag) -> {
                String cells = page.select("main .pair > [lang=" + tag + "]").text();
                Document own = site.pages().get(own(notice, key));
                for (Element block : own.select("main .text .part > *, main .text .footnotes li")) {
                    // Neighbouring items are one list there and one each here.
                    List<Element> pieces = block.tagName().matches("ol|ul") ? block.children() : List.of(block);
                    for (Element piece : pieces) {
                        complaints.unless(cells.contains(piece.text()), file(notice), "lacks " + piece.text());
                    }
                }
                complaints.unless(cells.contains(own.select("h1").text()), file(notice), "lacks the title in " + tag);
            });
        }
        complaints.none();
    }

    @Test
    void everyBlockStandsBesideItsTwinUnderTheAnchorThatBothPagesKnow() {
        Complaints complaints = new Complaints();
        for (Sources.Notice notice : notices()) {
            Document page = site.pages().get(file(notice));
            Map<String, Set<String>> anchors = new TreeMap<>();
            languages
                    .keySet()
                    .forEach(key -> anchors.put(key, anchors(site.pages().get(own(notice, key)))));
            Set<String> all = new TreeSet<>();
            anchors.values().forEach(all::addAll);
            complaints.unlessEqual(
                    new TreeSet<>(page.select(".pair[id]").eachAttr("id")), all, file(notice), "anchors");
            for (Element row : page.select(".pair[id]")) {
                complaints.unlessEqual(row.children().size(), languages.size(), file(notice), "cells of " + row.id());
                languages.forEach((key, tag) -> complaints.unless(
                        row.select("> [lang=" + tag + "]").hasText()
                                || !row.select("> [lang=" + tag + "] img").isEmpty()
                                || !anchors.get(key).contains(row.id()),
                        file(notice),
                        row.id() + " has no text in " + tag));
            }
        }
        complaints.none();
    }

    @Test
    void theWaysLeadThereAndBack() {
        Complaints complaints = new Complaints();
        for (Sources.Notice notice : notices()) {
            Document page = site.pages().get(file(notice));
            languages.forEach((key, tag) -> {
                String way = "header a[hreflang=" + tag + "][href=" + site.address(own(notice, key)) + "]";
                complaints.unless(!page.select(way).isEmpty(), file(notice), "does not lead to " + own(notice, key));
                String back = "header a[href=" + site.address(file(notice)) + "]";
                complaints.unless(
                        !site.pages().get(own(notice, key)).select(back).isEmpty(),
                        own(notice, key),
                        "does not lead to " + file(notice));
            });
        }
        complaints.none();
    }

    private List<Sources.Notice> notices() {
        List<Sources.Notice> both = new ArrayList<>(sources.notices());
        both.removeIf(notice -> languages.size() != 2 || notice.editions().size() != 2);
        return both;
    }

    private static String file(Sources.Notice notice) {
        return "parallel/notices/" + notice.year() + "/" + notice.slug() + "/index.html";
    }

    private static String own(Sources.Notice notice, String language) {
        return language + "/notices/" + notice.year() + "/" + notice.slug() + "/index.html";
    }

    /** Of the blocks of a text: documents, and what stands at the top of each; an item stands within its list. */
    private static Set<String> anchors(Document page) {
        Set<String> anchors = new HashSet<>();
        page.select("main .text section.part > h2.title, main .text .part > [id], main .text .part > * > li[id]")
                .eachAttr("id")
                .forEach(anchors::add);
        return anchors;
    }
}
