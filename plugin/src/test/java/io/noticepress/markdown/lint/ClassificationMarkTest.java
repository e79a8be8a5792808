package io.noticepress.markdown.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationMarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"机密★10年", "绝 密", "秘密★长期", "【机密】", "机密★6个月", "TOP SECRET", "Confidential ★ 10 years"})
    void aMarkOfSecrecyIsKnown(String text) {
        assertThat(ClassificationMark.isMark(text, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"保守国家秘密", "机密文件管理办法", "此件公开发布", "", "Secret ballots", "秘密★十年以后再说的一件很长的事情"})
    void theWordWithinProseIsNone(String text) {
        assertThat(ClassificationMark.isMark(text, true)).isFalse();
    }
}
