package io.noticepress.catalog;

import static io.noticepress.model.NoticeBuilder.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Notice;
import io.noticepress.model.NoticeBuilder;
import io.noticepress.model.RelationType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static Catalog catalog(String asOf, NoticeBuilder... notices) {
        return Catalog.of(
                NoticeBuilder.sampleSite(2),
                Arrays.stream(notices).map(NoticeBuilder::build).toList(),
                List.of(),
                Optional.of(asOf).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private static List<String> slugs(List<Notice> notices) {
        return notices.stream().map(Notice::slug).toList();
    }

    @Test
    void noticesAreSortedNewestFirstThenBySlug() {
        Catalog catalog = catalog(
                "",
                notice("b", "2030-01-01"),
                notice("c", "2029-12-31"),
                notice("a", "2030-01-01"),
                notice("d", "2030-02-01"));
        assertThat(slugs(catalog.notices())).containsExactly("d", "a", "b", "c");
    }

    @Test
    void aWiderIssuerHoldsTheNoticesOfTheNarrowerOnesOnce() {
        Catalog catalog = catalog(
                "",
                notice("a", "2030-01-01").issuedBy("desk"),
                notice("b", "2030-01-02").issuedBy("office"),
                notice("c", "2030-01-03"));
        assertThat(slugs(catalog.category(CategoryType.ISSUERS, "kx")
                        .orElseThrow()
                        .notices()))
                .containsExactly("c", "b", "a");
        assertThat(slugs(catalog.category(CategoryType.ISSUERS, "office")
                        .orElseThrow()
                        .notices()))
                .containsExactly("b", "a");
        assertThat(catalog.category(CategoryType.ISSUERS, "desk").orElseThrow().parent())
                .contains("office");
    }

    @Test
    void noShelfIsEmptyAndShelvesKeepTheOrderOfTheirFile() {
        Catalog catalog =
                catalog("", notice("a", "2030-01-01").issuedBy("city").aboutTopic("safety"), notice("b", "2028-01-01"));
        assertThat(catalog.categories(CategoryType.ISSUERS))
                .extracting(Category::key)
                .containsExactly("kx", "city");
        assertThat(catalog.categories(CategoryType.TOPICS))
                .extracting(Category::key)
                .containsExactly("talent", "safety");
        assertThat(catalog.categories(CategoryType.YEARS))
                .extracting(Category::key)
                .containsExactly("2030", "2028");
        assertThat(catalog.category(CategoryType.TOPICS, "youth")).isEmpty();
    }

    @Test
    void pagesAreCountedFromTheOldestAndExistWhenFull() {
        NoticeBuilder[] five = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> notice("n" + i, "2030-01-0" + i))
                .toArray(NoticeBuilder[]::new);
        Category year = catalog("", five).category(CategoryType.YEARS, "2030").orElseThrow();
        assertThat(year.fullPages(2)).isEqualTo(2);
        assertThat(slugs(year.page(1, 2))).containsExactly("n2", "n1");
        assertThat(slugs(year.page(2, 2))).containsExactly("n4", "n3");
        assertThat(slugs(year.newest(2))).containsExactly("n5", "n4");
        assertThat(slugs(year.newest(50))).hasSize(5);
        assertThat(year.fullPages(50)).isZero();
        assertThat(year.fullPages(5)).isEqualTo(1);
    }

    @Test
    void statusFollowsFromWhatOtherNoticesSayWithoutAClock() {
        Catalog catalog = catalog(
                "",
                notice("rules", "2030-01-01").effectiveFrom("2090-01-01").expiresOn("2000-01-01"),
                notice("x", "2030-02-01").effectiveFrom("2099-01-01").withRelation(RelationType.AMENDS, "rules"),
                notice("y", "2030-03-01").withRelation(RelationType.REPEALS, "rules"),
                notice("z", "2030-04-01").withRelation(RelationType.CITES, "rules"));
        Notice rules = catalog.notice("rules").orElseThrow();
        assertThat(catalog.statuses(rules)).containsExactly(NoticeStatus.REPEALED, NoticeStatus.AMENDED);
        assertThat(catalog.incoming(rules))
                .extracting(tie -> tie.from().slug())
                .containsExactly("y", "z", "x"); // by effective date
        assertThat(catalog.effects(rules)).extracting(tie -> tie.from().slug()).containsExactly("y", "x");
    }

    @Test
    void withAnAsOfDateOnlyRelationsInForceByThenCount() {
        NoticeBuilder[] notices = {
            notice("rules", "2030-01-01").effectiveFrom("2030-02-01").expiresOn("2030-12-31"),
            notice("x", "2030-02-01").effectiveFrom("2030-06-01").withRelation(RelationType.AMENDS, "rules")
        };
        assertThat(statuses("2030-01-31", notices)).containsExactly(NoticeStatus.PENDING);
        assertThat(statuses("2030-02-01", notices)).isEmpty();
        assertThat(statuses("2030-05-31", notices)).isEmpty();
        assertThat(statuses("2030-06-01", notices)).containsExactly(NoticeStatus.AMENDED);
        assertThat(statuses("2030-12-31", notices)).containsExactly(NoticeStatus.AMENDED);
        assertThat(statuses("2031-01-01", notices)).containsExactly(NoticeStatus.EXPIRED, NoticeStatus.AMENDED);
    }

    private static List<NoticeStatus> statuses(String asOf, NoticeBuilder... notices) {
        Catalog catalog = catalog(asOf, notices);
        return catalog.statuses(catalog.notice("rules").orElseThrow());
    }
}
