package io.noticepress.catalog;

import static io.noticepress.catalog.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Notice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static Register register(String issuer, Notices... notices) {
        return Register.of(
                Notices.site(2).issuers().get(issuer),
                Arrays.stream(notices).map(Notices::done).toList());
    }

    /** {@code 科协发 2030: 1-2 gap, 3 c}. */
    private static List<String> told(Register register) {
        return register.runs().stream()
                .map(run -> run.code() + " " + run.year() + ": "
                        + String.join(
                                ", ",
                                run.entries().stream().map(RegisterTest::told).toList()))
                .toList();
    }

    private static String told(Register.Entry entry) {
        return entry.notice()
                .map(notice -> entry.first() + " " + notice.slug())
                .orElse(entry.first() + "-" + entry.last() + " gap");
    }

    @Test
    void gapsStandWhereNumbersAreMissingFromTheFirstOn() {
        assertThat(told(register(
                        "kx",
                        notice("c", "2030-05-01").numbered("科协发〔2030〕3号"),
                        notice("d", "2030-06-01").numbered("科协发〔2030〕4号"),
                        notice("f", "2030-07-01").numbered("科协发[2030]6号"))))
                .containsExactly("科协发 2030: 1-2 gap, 3 c, 4 d, 5-5 gap, 6 f");
    }

    @Test
    void aRunWithoutGapsHasNone() {
        assertThat(told(register("kx", notice("a", "2030-05-01").numbered("科协发〔2030〕1号"))))
                .containsExactly("科协发 2030: 1 a");
    }

    @Test
    void everyPrefixAndYearIsARunOfItsOwnNewestFirst() {
        assertThat(told(register(
                        "kx",
                        notice("a", "2029-05-01").numbered("科协发〔2029〕1号"),
                        notice("b", "2030-05-01").numbered("科协函〔2030〕1号"),
                        notice("c", "2030-05-02").numbered("科协发〔2030〕1号"),
                        notice("d", "2030-05-03").numbered("2030年第1号"))))
                .containsExactly(" 2030: 1 d", "科协函 2030: 1 b", "科协发 2030: 1 c", "科协发 2029: 1 a");
    }

    @Test
    void numbersThatRunOnOverTheYearsComeLast() {
        assertThat(told(register(
                        "city",
                        notice("order", "2031-05-01").by("city").numbered("市政府令第2号"),
                        notice("a", "2029-05-01").by("city").numbered("市政发〔2029〕1号"))))
                .containsExactly("市政发 2029: 1 a", "市政府令 0: 1-1 gap, 2 order");
    }

    @Test
    void aJointNoticeStandsInTheRegisterOfTheBodyThatNumberedIt() {
        Notices joint = notice("joint", "2030-05-01").by("kx").ledBy("city").numbered("市政发〔2030〕1号");
        assertThat(told(register("city", joint))).containsExactly("市政发 2030: 1 joint");
        assertThat(register("kx", joint).runs()).isEmpty();
    }

    @Test
    void whatNarrowerBodiesNumberIsTheirs() {
        assertThat(register("kx", notice("a", "2030-05-01").by("office").numbered("科协办发〔2030〕1号"))
                        .runs())
                .isEmpty();
    }

    @Test
    void noticesWithoutANumberOrWithOneOfAnotherShapeStandInNoRun() {
        assertThat(register(
                                "kx",
                                notice("a", "2030-05-01"),
                                notice("b", "2030-05-02").numbered("EX/2030/7"))
                        .runs())
                .isEmpty();
    }

    @Test
    void aNumberGivenTwiceStandsTwiceAndMakesNoGap() {
        Register register = register(
                "kx",
                notice("b", "2030-05-01").numbered("科协发〔2030〕1号"),
                notice("a", "2030-05-02").numbered("科协发〔2030〕1号"),
                notice("c", "2030-05-03").numbered("科协发〔2030〕2号"));
        assertThat(told(register)).containsExactly("科协发 2030: 1 a, 1 b, 2 c");
        assertThat(register.notices()).extracting(Notice::slug).containsExactly("a", "b", "c");
    }
}
