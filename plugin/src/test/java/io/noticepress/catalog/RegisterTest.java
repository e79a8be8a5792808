package io.noticepress.catalog;

import static io.noticepress.model.NoticeBuilder.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Notice;
import io.noticepress.model.NoticeBuilder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static Register register(String issuer, NoticeBuilder... notices) {
        return Register.of(
                NoticeBuilder.sampleSite(2).issuers().get(issuer),
                Arrays.stream(notices).map(NoticeBuilder::build).toList());
    }

    /** {@code 科协发 2030: 1-2 gap, 3 c}. */
    private static List<String> describe(Register register) {
        return register.series().stream()
                .map(numberSeries -> numberSeries.code() + " " + numberSeries.year() + ": "
                        + String.join(
                                ", ",
                                numberSeries.entries().stream()
                                        .map(RegisterTest::describe)
                                        .toList()))
                .toList();
    }

    private static String describe(Register.NumberEntry numberEntry) {
        return numberEntry
                .notice()
                .map(notice -> numberEntry.first() + " " + notice.slug())
                .orElse(numberEntry.first() + "-" + numberEntry.last() + " gap");
    }

    @Test
    void missingNumbersAreGapsFromTheFirstOn() {
        assertThat(describe(register(
                        "kx",
                        notice("c", "2030-05-01").withNumber("科协发〔2030〕3号"),
                        notice("d", "2030-06-01").withNumber("科协发〔2030〕4号"),
                        notice("f", "2030-07-01").withNumber("科协发[2030]6号"))))
                .containsExactly("科协发 2030: 1-2 gap, 3 c, 4 d, 5-5 gap, 6 f");
    }

    @Test
    void aRunWithoutGapsHasNone() {
        assertThat(describe(register("kx", notice("a", "2030-05-01").withNumber("科协发〔2030〕1号"))))
                .containsExactly("科协发 2030: 1 a");
    }

    @Test
    void everyPrefixAndYearIsARunOfItsOwnNewestFirst() {
        assertThat(describe(register(
                        "kx",
                        notice("a", "2029-05-01").withNumber("科协发〔2029〕1号"),
                        notice("b", "2030-05-01").withNumber("科协函〔2030〕1号"),
                        notice("c", "2030-05-02").withNumber("科协发〔2030〕1号"),
                        notice("d", "2030-05-03").withNumber("2030年第1号"))))
                .containsExactly(" 2030: 1 d", "科协函 2030: 1 b", "科协发 2030: 1 c", "科协发 2029: 1 a");
    }

    @Test
    void numbersThatRunOnOverTheYearsComeLast() {
        assertThat(describe(register(
                        "city",
                        notice("order", "2031-05-01").issuedBy("city").withNumber("市政府令第2号"),
                        notice("a", "2029-05-01").issuedBy("city").withNumber("市政发〔2029〕1号"))))
                .containsExactly("市政发 2029: 1 a", "市政府令 0: 1-1 gap, 2 order");
    }

    @Test
    void aJointNoticeStandsInTheRegisterOfTheBodyThatNumberedIt() {
        NoticeBuilder joint = notice("joint", "2030-05-01")
                .issuedBy("kx")
                .withLeadIssuer("city")
                .withNumber("市政发〔2030〕1号");
        assertThat(describe(register("city", joint))).containsExactly("市政发 2030: 1 joint");
        assertThat(register("kx", joint).series()).isEmpty();
    }

    @Test
    void whatNarrowerBodiesNumberIsTheirs() {
        assertThat(register("kx", notice("a", "2030-05-01").issuedBy("office").withNumber("科协办发〔2030〕1号"))
                        .series())
                .isEmpty();
    }

    @Test
    void noticesWithoutANumberOrWithOneOfAnotherShapeStandInNoRun() {
        assertThat(register(
                                "kx",
                                notice("a", "2030-05-01"),
                                notice("b", "2030-05-02").withNumber("EX/2030/7"))
                        .series())
                .isEmpty();
    }

    @Test
    void aNumberGivenTwiceStandsTwiceAndMakesNoGap() {
        Register register = register(
                "kx",
                notice("b", "2030-05-01").withNumber("科协发〔2030〕1号"),
                notice("a", "2030-05-02").withNumber("科协发〔2030〕1号"),
                notice("c", "2030-05-03").withNumber("科协发〔2030〕2号"));
        assertThat(describe(register)).containsExactly("科协发 2030: 1 a, 1 b, 2 c");
        assertThat(register.notices()).extracting(Notice::slug).containsExactly("a", "b", "c");
    }
}
