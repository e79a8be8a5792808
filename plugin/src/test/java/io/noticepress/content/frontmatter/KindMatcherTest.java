package io.noticepress.content.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindMatcherTest {
    @ParameterizedTest
    @CsvSource({
        "关于示范工作的通知, tongzhi",
        "关于示范工作的通告, tonggao",
        "关于示范工作的通知（试行）, tongzhi",
        "关于示范办法的公告（2030年修订）（试行）, gonggao",
        "示例省人民政府令, mingling",
        "关于给予表彰的决定, jueding",
        "关于同意备案的复函, han",
        "Public Notice on Works, tonggao",
        "Notice on Works, tongzhi",
        "Second Circular (Trial), tongzhi",
        "Request for Instructions on Storage, qingshi"
    })
    void theKindIsTheLongestThatATitleEndsIn(String title, String code) {
        assertThat(kinds().byTitle(title).map(DocumentKind::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030年示范工作要点", "Noticeboard Rules", "The Reports", "公告栏管理办法"})
    void otherTitlesHaveNoKind(String title) {
        assertThat(kinds().byTitle(title)).isEmpty();
    }

    private static KindMatcher kinds() {
        return new KindMatcher(DocumentKind.builtIn(
                        List.of(new Language("zh", "zh-CN", "中文", "", ""), new Language("en", "en", "English", "", "")))
                .values());
    }
}
