package io.noticepress.render.views.assemble;

import static io.noticepress.model.NoticeBuilder.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.catalog.Catalog;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeBuilder;
import io.noticepress.model.RelationType;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.template.ThemeMessages;
import io.noticepress.render.views.NoticeView;
import io.noticepress.render.views.ParallelView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ParallelViewAssemblerTest {
    private static final String TITLE = "关于a的通知";
    private static final Map<String, String> WORDS =
            Map.of("date.pattern", "yyyy-M-d", "date.months", "1 2 3 4 5 6 7 8 9 10 11 12");

    private static Body body(boolean chinese, String... blocks) {
        String text = String.join("\n\n", blocks) + "\n";
        return new Markdown()
                .parse(
                        new MarkdownSource("a.md", text, 1, chinese, chinese ? TITLE : "Notice a", false),
                        path -> Optional.of("/" + path));
    }

    private static ParallelView view(Body zh, Body en, NoticeBuilder... notices) {
        List<Notice> all = Arrays.stream(notices).map(NoticeBuilder::build).toList();
        Catalog catalog = Catalog.of(NoticeBuilder.sampleSite(2), all, List.of(), Optional.empty());
        Map<String, LanguageContext> contexts = Map.of(
                "zh", new LanguageContext(catalog, NoticeBuilder.ZH, new ThemeMessages(WORDS)),
                "en", new LanguageContext(catalog, NoticeBuilder.EN, new ThemeMessages(WORDS)));
        Notice notice = all.get(0);
        Page.ParallelPage page = new Page.ParallelPage(
                Address.folder("parallel/notices/2030/a/"),
                new InputDigests(Digest.of("a"), Digest.of("b"), Digest.of("c")),
                notice,
                notice.editions().get("zh"),
                notice.editions().get("en"));
        return new ParallelViewAssembler(catalog, contexts).assemble(page, zh, en);
    }

    private static ParallelView view(Body zh, Body en) {
        return view(zh, en, notice("a", "2030-01-01").withTranslation());
    }

    /** {@code s1 一、 | I.}, an asterisk after the anchor if it is outdated. */
    private static List<String> describe(ParallelView view) {
        return view.rows().stream()
                .map(row -> row.anchor() + (row.outdated() ? "*" : "") + " " + words(row.left()) + " | "
                        + words(row.right()))
                .toList();
    }

    private static String words(SafeHtml html) {
        return Jsoup.parse(html.html()).text();
    }

    private static List<String> basis(Body body) {
        return List.of(body.findings().basis().split(" "));
    }

    private static Document page(ParallelView view) {
        List<String> rows = new ArrayList<>();
        Stream.concat(view.rows().stream(), view.footnotes().stream())
                .forEach(row -> rows.add("<div" + (row.anchor().isEmpty() ? "" : " id=\"" + row.anchor() + "\"") + ">"
                        + row.left().html() + row.right().html() + "</div>"));
        return Jsoup.parse(String.join("\n", rows));
    }

    @Test
    void blocksWithTheSameAnchorStandSideBySideAndTitlesOfDocumentsToo() {
        ParallelView view = view(
                body(true, "现通知如下。", "# 方案", "## 一、时间", "1. 上午。"),
                body(false, "It is as follows.", "# Plan", "## I. Time", "1. Morning."));
        assertThat(describe(view))
                .containsExactly(
                        "p1 现通知如下。 | It is as follows.", "d1 方案 | Plan", "s1 一、时间 | I. Time", "i1 上午。 | Morning.");
        assertThat(view.rows()).extracting(ParallelView.ParallelRow::title).containsExactly(false, true, false, false);
        assertThat(view.footnotes()).isEmpty();
    }

    @Test
    void whatOneTextLacksLeavesAnEmptyPlace() {
        assertThat(describe(view(body(true, "甲。", "1. 乙。", "丙。"), body(false, "A.", "1. B.", "2. More.", "C."))))
                .containsExactly("p1 甲。 | A.", "i1 乙。 | B.", "i2  | More.", "p2 丙。 | C.");
        assertThat(describe(view(body(true, "1. 甲。", "乙。", "2. 丙。"), body(false, "1. A.", "2. C."))))
                .containsExactly("i1 甲。 | A.", "p1 乙。 | ", "i2 丙。 | C.");
    }

    @Test
    void blocksInAnotherOrderKeepTheirTextsAndNoAnchorStandsTwice() {
        ParallelView view = view(body(true, "甲。", "1. 乙。", "2. 丙。"), body(false, "1. B.", "2. C.", "A."));
        assertThat(describe(view)).containsExactly("p1 甲。 | ", "i1 乙。 | B.", "i2 丙。 | C.", "  | A.");
    }

    @Test
    void blocksThatTheTranslationDoesNotKnowAreOutdated() {
        Body then = body(true, "甲。", "乙。");
        Body now = body(true, "甲。", "乙改。", "丙。");
        ParallelView view =
                view(now, body(false, "A.", "B."), notice("a", "2030-01-01").translatedFrom(basis(then)));
        assertThat(describe(view)).containsExactly("p1 甲。 | A.", "p2* 乙改。 | B.", "p3* 丙。 | ");
        assertThat(view.outdated()).isTrue();
        assertThat(view.left().translation()).isEmpty();
        assertThat(view.right().translation().orElseThrow().outdated()).isTrue();
        assertThat(view.right().banners())
                .extracting(NoticeView.Banner::kind)
                .containsExactly("translation-reviewed", "translation-outdated");
        assertThat(view.left().banners()).isEmpty();
    }

    @Test
    void aTranslationIsBehindTooWhenTheOriginalOnlyLostABlock() {
        Body then = body(true, "甲。", "乙。");
        ParallelView view = view(
                body(true, "甲。"),
                body(false, "A.", "B."),
                notice("a", "2030-01-01").translatedFrom(basis(then)));
        assertThat(describe(view)).containsExactly("p1 甲。 | A.", "p2  | B.");
        assertThat(view.outdated()).isFalse();
        assertThat(view.right().translation().orElseThrow().outdated()).isTrue();
    }

    @Test
    void nothingIsOutdatedWithoutABasisOrWithTheRightOne() {
        Body zh = body(true, "# 方案", "甲。[^1]", "[^1]: 注。");
        Body en = body(false, "# Plan", "A.[^1]", "[^1]: Note.");
        assertThat(view(zh, en).outdated()).isFalse();
        ParallelView view = view(zh, en, notice("a", "2030-01-01").translatedFrom(basis(zh)));
        assertThat(view.outdated()).isFalse();
        assertThat(view.right().translation().orElseThrow().outdated()).isFalse();
    }

    @Test
    void noIdStandsTwiceAndLinksWithinAndToNotesLeadToTheirOwnLanguage() {
        ParallelView view = view(
                body(true, "见[上午](#i1-1)和[方案](#d1)。[^1]", "# 方案", "1. 甲。\n   1. 上午。\n   2. 下午。", "[^1]: 见[甲](#i1)。"),
                body(
                        false,
                        "See [morning](#i1-1) and [plan](#d1).[^1]",
                        "# Plan",
                        "1. A.\n   1. Morning.\n   2. Afternoon.",
                        "[^1]: See [A](#i1)."));
        Document page = page(view);
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates().contains("p1", "d1", "i1", "zh-i1-1", "en-i1-1");
        for (Element link : page.select("a[href^=#]")) {
            assertThat(ids).as(link.outerHtml()).contains(link.attr("href").substring(1));
        }
        assertThat(page.select("a[href^=#]").eachAttr("href").stream().collect(Collectors.toSet()))
                .contains("#zh-i1-1", "#en-i1-1", "#d1", "#i1");
    }

    @Test
    void eachSideSaysWhatBecameOfTheNoticeInItsOwnLanguage() {
        ParallelView view = view(
                body(true, "甲。"),
                body(false, "A."),
                notice("a", "2030-01-01").withTranslation(),
                notice("b", "2031-01-01").withTranslation().withRelation(RelationType.REPEALS, "a"));
        assertThat(view.left().banners()).extracting(NoticeView.Banner::kind).containsExactly("repealed");
        assertThat(view.left().effects().get(0).others().get(0).title()).isEqualTo("关于b的通知");
        assertThat(view.right().effects().get(0).others().get(0).title()).isEqualTo("Notice b");
        assertThat(view.left().issued().iso()).isEqualTo("2030-01-01");
        assertThat(view.left().href()).isEqualTo("/zh/notices/2030/a/");
        assertThat(view.right().href()).isEqualTo("/en/notices/2030/a/");
    }
}
