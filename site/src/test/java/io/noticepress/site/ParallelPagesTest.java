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

/** Parallel pages contain both languages completely, block beside block, and are one link away from either edition. */
class ParallelPagesTest {
    private final BuiltSite site = BuiltSite.current();
    private final SourceContent sourceContent = site.sources();
    private final Map<String, String> languages = sourceContent.languages();

    @Test
    void everyNoticeInBothLanguagesHasOneAndNoOther() {
        FailureCollector failureCollector = new FailureCollector();
        Set<String> expected = new TreeSet<>();
        notices().forEach(sourceNotice -> expected.add(file(sourceNotice)));
        failureCollector.checkEqual(new TreeSet<>(site.files("parallel/.*")), expected, "parallel", "set");
        failureCollector.assertNoFailures();
    }

    @Test
    void bothTextsAreComplete() {
        FailureCollector failureCollector = new FailureCollector();
        for (SourceContent.SourceNotice sourceNotice : notices()) {
            Document page = site.pages().get(file(sourceNotice));
            languages.forEach((key, tag) -> {
                String cells = page.select("main .pair > [lang=" + tag + "]").text();
                Document own = site.pages().get(own(sourceNotice, key));
                for (Element block : own.select("main .text .part > *, main .text .footnotes li")) {
                    // Adjacent list items are one list on the page of the notice, but separate blocks here.
                    List<Element> items = block.tagName().matches("ol|ul") ? block.children() : List.of(block);
                    for (Element item : items) {
                        failureCollector.check(cells.contains(item.text()), file(sourceNotice), "lacks " + item.text());
                    }
                }
                failureCollector.check(
                        cells.contains(own.select("h1").text()), file(sourceNotice), "lacks the title in " + tag);
            });
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void everyBlockStandsBesideItsTwinUnderTheAnchorThatBothPagesKnow() {
        FailureCollector failureCollector = new FailureCollector();
        for (SourceContent.SourceNotice sourceNotice : notices()) {
            Document page = site.pages().get(file(sourceNotice));
            Map<String, Set<String>> anchors = new TreeMap<>();
            languages
                    .keySet()
                    .forEach(key -> anchors.put(key, anchors(site.pages().get(own(sourceNotice, key)))));
            Set<String> all = new TreeSet<>();
            anchors.values().forEach(all::addAll);
            failureCollector.checkEqual(
                    new TreeSet<>(page.select(".pair[id]").eachAttr("id")), all, file(sourceNotice), "anchors");
            for (Element row : page.select(".pair[id]")) {
                failureCollector.checkEqual(
                        row.children().size(), languages.size(), file(sourceNotice), "cells of " + row.id());
                languages.forEach((key, tag) -> failureCollector.check(
                        row.select("> [lang=" + tag + "]").hasText()
                                || !row.select("> [lang=" + tag + "] img").isEmpty()
                                || !anchors.get(key).contains(row.id()),
                        file(sourceNotice),
                        row.id() + " has no text in " + tag));
            }
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void theWaysLeadThereAndBack() {
        FailureCollector failureCollector = new FailureCollector();
        for (SourceContent.SourceNotice sourceNotice : notices()) {
            Document page = site.pages().get(file(sourceNotice));
            languages.forEach((key, tag) -> {
                String selector = "header a[hreflang=" + tag + "][href=" + site.address(own(sourceNotice, key)) + "]";
                failureCollector.check(
                        !page.select(selector).isEmpty(),
                        file(sourceNotice),
                        "does not lead to " + own(sourceNotice, key));
                String back = "header a[href=" + site.address(file(sourceNotice)) + "]";
                failureCollector.check(
                        !site.pages().get(own(sourceNotice, key)).select(back).isEmpty(),
                        own(sourceNotice, key),
                        "does not lead to " + file(sourceNotice));
            });
        }
        failureCollector.assertNoFailures();
    }

    private List<SourceContent.SourceNotice> notices() {
        List<SourceContent.SourceNotice> both = new ArrayList<>(sourceContent.notices());
        both.removeIf(
                sourceNotice -> languages.size() != 2 || sourceNotice.editions().size() != 2);
        return both;
    }

    private static String file(SourceContent.SourceNotice sourceNotice) {
        return "parallel/notices/" + sourceNotice.year() + "/" + sourceNotice.slug() + "/index.html";
    }

    private static String own(SourceContent.SourceNotice sourceNotice, String language) {
        return language + "/notices/" + sourceNotice.year() + "/" + sourceNotice.slug() + "/index.html";
    }

    /** The blocks of a text: documents and their top-level blocks; a list item is nested in its list. */
    private static Set<String> anchors(Document page) {
        Set<String> anchors = new HashSet<>();
        page.select("main .text section.part > h2.title, main .text .part > [id], main .text .part > * > li[id]")
                .eachAttr("id")
                .forEach(anchors::add);
        return anchors;
    }
}
