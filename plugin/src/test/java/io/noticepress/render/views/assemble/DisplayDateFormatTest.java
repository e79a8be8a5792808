package io.noticepress.render.views.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.NoticeBuilder;
import io.noticepress.problem.Problems;
import io.noticepress.render.Theme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayDateFormatTest {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Theme OFFICIAL =
            Theme.read(Path.of("../themes").toAbsolutePath(), "themes", "official", new Problems());

    @Test
    void everyMonthHasItsNameInBothLanguages() {
        DisplayDateFormat zh = new DisplayDateFormat(OFFICIAL.messages(NoticeBuilder.ZH));
        DisplayDateFormat en = new DisplayDateFormat(OFFICIAL.messages(NoticeBuilder.EN));
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2030, month, 9);
            assertThat(zh.format(day).text()).isEqualTo("2030年" + month + "月9日");
            assertThat(en.format(day).text()).isEqualTo("9 " + MONTHS.get(month - 1) + " 2030");
            assertThat(en.format(day).iso()).isEqualTo(day.toString());
        }
    }

    @Test
    void aDayBeginsAtMidnightInTheZoneOfTheSite() {
        LocalDate day = LocalDate.of(2030, 4, 15);
        assertThat(DisplayDateFormat.startOfDay(day, ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2030-04-15T00:00:00+08:00");
        assertThat(DisplayDateFormat.startOfDay(day, ZoneId.of("UTC"))).isEqualTo("2030-04-15T00:00:00Z");
        assertThat(DisplayDateFormat.startOfDay(LocalDate.of(2030, 7, 1), ZoneId.of("America/St_Johns")))
                .isEqualTo("2030-07-01T00:00:00-02:30");
        assertThat(DisplayDateFormat.govCnDateTime(day)).isEqualTo("2030-04-15 00:00");
    }

    /** If clocks are put forward at midnight, the day starts at 01:00. */
    @Test
    void aDayWithoutMidnightBeginsLater() {
        assertThat(DisplayDateFormat.startOfDay(LocalDate.of(1986, 5, 4), ZoneId.of("Asia/Shanghai")))
                .startsWith("1986-05-04T0");
        assertThat(DisplayDateFormat.startOfDay(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("2018-11-04T01:00:00-02:00");
    }
}
