package io.noticepress.catalog;

import static io.noticepress.catalog.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Notice;
import io.noticepress.model.RelationType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static Catalog catalog(String asOf, Notices... notices) {
        return Catalog.of(
                Notices.site(2),
                Arrays.stream(notices).map(Notices::done).toList(),
                List.of(),
                Optional.of(asOf).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private static List<String> slugs(List<Notice> notices) {
        return notices.stream().map(Notice::slug).toList();
    }

    @Test
    void noticesStandNewestFirstThenBySlug() {
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
                notice("a", "2030-01-01").by("desk"),
                notice("b", "2030-01-02").by("office"),
                notice("c", "2030-01-03"));
        assertThat(slugs(catalog.shelf(ShelfKind.ISSUERS, "kx").orElseThrow().notices()))
                .containsExactly("c", "b", "a");
        assertThat(slugs(
                        catalog.shelf(ShelfKind.ISSUERS, "office").orElseThrow().notices()))
                .containsExactly("b", "a");
        assertThat(catalog.shelf(ShelfKind.ISSUERS, "desk").orElseThrow().parent())
                .contains("office");
    }

    @Test
    void noShelfIsEmptyAndShelvesKeepTheOrderOfTheirFile() {
        Catalog catalog = catalog("", notice("a", "2030-01-01").by("city").on("safety"), notice("b", "2028-01-01"));
        assertThat(catalog.shelves(ShelfKind.ISSUERS)).extracting(Shelf::key).containsExactly("kx", "city");
        assertThat(catalog.shelves(ShelfKind.TOPICS)).extracting(Shelf::key).containsExactly("talent", "safety");
        assertThat(catalog.shelves(ShelfKind.YEARS)).extracting(Shelf::key).containsExactly("2030", "2028");
        assertThat(catalog.shelf(ShelfKind.TOPICS, "youth")).isEmpty();
    }

    @Test
    void pagesAreCountedFromTheOldestAndExistWhenFull() {
        Notices[] five = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> notice("n" + i, "2030-01-0" + i))
                .toArray(Notices[]::new);
        Shelf year = catalog("", five).shelf(ShelfKind.YEARS, "2030").orElseThrow();
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
                notice("rules", "2030-01-01").effective("2090-01-01").expires("2000-01-01"),
                notice("x", "2030-02-01").effective("2099-01-01").tied(RelationType.AMENDS, "rules"),
                notice("y", "2030-03-01").tied(RelationType.REPEALS, "rules"),
                notice("z", "2030-04-01").tied(RelationType.CITES, "rules"));
        Notice rules = catalog.notice("rules").orElseThrow();
        assertThat(catalog.statuses(rules)).containsExactly(Status.REPEALED, Status.AMENDED);
        assertThat(catalog.incoming(rules))
                .extracting(tie -> tie.from().slug())
                .containsExactly("y", "z", "x"); // by the day on which they act
        assertThat(catalog.effects(rules)).extracting(tie -> tie.from().slug()).containsExactly("y", "x");
    }

    @Test
    void withADayGivenOnlyWhatActsByThenActs() {
        Notices[] notices = {
            notice("rules", "2030-01-01").effective("2030-02-01").expires("2030-12-31"),
            notice("x", "2030-02-01").effective("2030-06-01").tied(RelationType.AMENDS, "rules")
        };
        assertThat(statuses("2030-01-31", notices)).containsExactly(Status.PENDING);
        assertThat(statuses("2030-02-01", notices)).isEmpty();
        assertThat(statuses("2030-05-31", notices)).isEmpty();
        assertThat(statuses("2030-06-01", notices)).containsExactly(Status.AMENDED);
        assertThat(statuses("2030-12-31", notices)).containsExactly(Status.AMENDED);
        assertThat(statuses("2031-01-01", notices)).containsExactly(Status.EXPIRED, Status.AMENDED);
    }

    private static List<Status> statuses(String asOf, Notices... notices) {
        Catalog catalog = catalog(asOf, notices);
        return catalog.statuses(catalog.notice("rules").orElseThrow());
    }
}
