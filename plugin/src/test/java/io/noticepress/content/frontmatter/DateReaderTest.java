package io.noticepress.content.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private static Optional<LocalDate> date(String text, Problems problems) {
        Mapping map = YamlParser.parse(new YamlText("a", "issued: '" + text + "'\n", 1), problems)
                .orElseThrow();
        return new DateReader(problems)
                .read(FieldReader.ofNotice(map, FieldSchemas.ORIGINAL, false, problems), "issued");
    }

    @Tag("long")
    @Test
    void everyDayOfTwoCenturiesIsReadAsItself() {
        Problems problems = new Problems();
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() <= 2100; day = day.plusDays(1)) {
            assertThat(date(day.toString(), problems)).contains(day);
        }
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2100-02-29",
                "2024-04-31",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "1899-12-31",
                "2101-01-01",
                "24-01-01",
                "2024-1-1",
                "２０２４-01-01",
                "2024-01-01T00:00:00",
                "today"
            })
    void whatIsNoDayIsRefused(String text) {
        Problems problems = new Problems();
        assertThat(date(text, problems)).isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(problem -> problem.code().id())
                .isEqualTo("invalid-date");
    }

    @ParameterizedTest
    @CsvSource({
        "2024/3/1, 2024-03-01",
        "2024.03.01, 2024-03-01",
        "2024 年 3 月 1 日, 2024-03-01",
        "２０２４年３月１日, 2024-03-01",
        "二〇二四年三月十日, 2024-03-10",
        "二○二四年十月二十日, 2024-10-20",
        "20240301, 2024-03-01",
        "2024-03-01T00:30:00+08:00, 2024-03-01"
    })
    void aDayInAnotherFormIsProposedInTheRightOne(String text, String day) {
        Problems problems = new Problems();
        date(text, problems);
        assertThat(problems.sorted().get(0).mend().en()).isEqualTo("write " + day);
    }
}
