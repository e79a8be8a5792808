package io.noticepress.plan;

import static io.noticepress.model.NoticeBuilder.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.NoticeBuilder;
import io.noticepress.model.RelationType;
import io.noticepress.model.values.Digest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static Plan plan(NoticeBuilder... notices) {
        return plan("", notices);
    }

    private static Plan plan(String asOf, NoticeBuilder... notices) {
        Catalog catalog = Catalog.of(
                NoticeBuilder.sampleSite(2),
                Arrays.stream(notices).map(NoticeBuilder::build).toList(),
                List.of(),
                Optional.of(asOf).filter(day -> !day.isEmpty()).map(LocalDate::parse));
        return Plan.of(catalog, Digest.of("render"), List.of(), List.of("notices"));
    }

    /** The addresses of pages that are in both plans and whose inputs differ. */
    private static List<String> changed(Plan before, Plan after) {
        SortedMap<String, InputDigests> inputsBefore = new TreeMap<>();
        before.pages().forEach(page -> inputsBefore.put(page.address().file(), page.inputs()));
        List<String> changed = new ArrayList<>();
        after.pages().forEach(page -> {
            InputDigests earlier = inputsBefore.get(page.address().file());
            if (earlier != null && !earlier.equals(page.inputs())) {
                changed.add(page.address().file());
            }
        });
        return changed;
    }

    private static NoticeBuilder[] notices(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        notice("n" + i, LocalDate.of(2030, 1, 1).plusDays(i).toString()))
                .toArray(NoticeBuilder[]::new);
    }

    @Test
    void pagesStandInTheOrderOfTheirAddressesEachOnce() {
        List<String> files = plan(notices(5)).pages().stream()
                .map(page -> page.address().file())
                .toList();
        assertThat(files).isSorted().doesNotHaveDuplicates();
        assertThat(files)
                .contains(
                        "index.html",
                        "404.html",
                        "robots.txt",
                        "sitemap.xml",
                        "zh/index.html",
                        "en/years/2030/2/index.html")
                .doesNotContain(
                        "en/years/2030/3/index.html", "en/notices/2030/n1/index.html", "zh/issuers/city/index.html");
    }

    @Test
    void aSiteWithoutNoticesHasNoEmptyListAndNoFeed() {
        assertThat(plan().pages().stream().map(page -> page.address().file()))
                .containsExactly(
                        "404.html",
                        "data/schema/notices.json",
                        "en/index.html",
                        "en/opensearch.xml",
                        "index.html",
                        "robots.txt",
                        "sitemap.xml",
                        "zh/index.html",
                        "zh/opensearch.xml");
    }

    @Test
    void theSameNoticesInAnotherOrderGiveTheSamePlan() {
        NoticeBuilder[] notices = notices(6);
        Plan one = plan(notices);
        List<NoticeBuilder> turned = new ArrayList<>(List.of(notices));
        java.util.Collections.reverse(turned);
        assertThat(plan(turned.toArray(NoticeBuilder[]::new))).isEqualTo(one);
    }

    @Test
    void aTextChangesItsOwnPagesAndTheDataOfItsYearOnly() {
        Plan before = plan(notice("a", "2030-01-01").withText("x"), notice("b", "2030-01-02"));
        Plan after = plan(notice("a", "2030-01-01").withText("y"), notice("b", "2030-01-02"));
        assertThat(changed(before, after)).containsExactly("data/notices-2030.json", "zh/notices/2030/a/index.html");
    }

    @Test
    void theNewestNoticeChangesNoFullPage() {
        NoticeBuilder[] five = notices(5);
        NoticeBuilder[] six = notices(6);
        assertThat(changed(plan(notices(4)), plan(five))).noneMatch(file -> file.matches(".*/\\d/index.html"));
        assertThat(changed(plan(five), plan(six)).stream().filter(file -> file.matches(".*/\\d/index.html")))
                .isNotEmpty()
                .allMatch(file -> file.contains("/2/")); // the last one now links to the next
    }

    @Test
    void whatActsOnANoticeOfAnotherYearChangesThatYearsData() {
        NoticeBuilder old = notice("old", "2029-01-01");
        Plan before = plan(old, notice("new", "2030-01-01"));
        for (RelationType type : RelationType.values()) {
            Plan after = plan(old, notice("new", "2030-01-01").withRelation(type, "old"));
            assertThat(changed(before, after))
                    .as(type.field())
                    .contains("data/notices-2029.json", "zh/notices/2029/old/index.html");
        }
    }

    /** The second amendment does not change the status, but the page must show it. */
    @Test
    void aDayThatBringsAnotherEffectChangesTheNoticesPage() {
        NoticeBuilder[] notices = {
            notice("rules", "2030-01-01"),
            notice("x", "2030-02-01").withRelation(RelationType.AMENDS, "rules"),
            notice("y", "2030-03-01").withRelation(RelationType.AMENDS, "rules")
        };
        assertThat(changed(plan("2030-02-15", notices), plan("2030-03-15", notices)))
                .contains("zh/notices/2030/rules/index.html");
    }

    @Test
    void anotherTitleChangesThePagesThatNameTheNotice() {
        NoticeBuilder citing = notice("citing", "2029-01-01").withRelation(RelationType.CITES, "a");
        Plan before = plan(notice("a", "2030-01-01"), citing);
        Plan after = plan(notice("a", "2030-01-01").withTitle("关于别的事的通知"), citing);
        assertThat(changed(before, after))
                .contains(
                        "zh/notices/2029/citing/index.html", "zh/index.html", "zh/feed.xml", "zh/years/2030/index.html")
                .doesNotContain("zh/years/2029/index.html", "zh/kinds/index.html", "index.html", "sitemap.xml");
    }

    @Test
    void feedsHoldTheNewestByTheDayTheyWerePublished() {
        NoticeBuilder[] notices = notices(60);
        notices[0].publishedOn("2031-01-01");
        Page.FeedFile feedFile = (Page.FeedFile) plan(notices).pages().stream()
                .filter(page -> page.address().file().equals("en/feed.xml"))
                .findFirst()
                .orElseThrow();
        assertThat(feedFile.notices()).hasSize(50);
        assertThat(feedFile.notices().get(0).slug()).isEqualTo("n1");
        assertThat(feedFile.notices().get(1).slug()).isEqualTo("n60");
    }
}
