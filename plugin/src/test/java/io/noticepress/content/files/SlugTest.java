package io.noticepress.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "kx-2030-6", "abc123", "console", "com10"})
    void namesMayBeOfLettersDigitsAndHyphens(String name) {
        assertThat(Slug.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "a-", "-a", "a--b", "A", "a_b", "a.b", "..", "a/b", "ａ", "con", "nul", "com1", "lpt9", "aux",
                "prn", "通知", "a\u202E", "a\n"
            })
    void namesOfAnythingElseAreFaulty(String name) {
        assertThat(Slug.fault(name)).isPresent();
        assertThat(Slug.propose(name).isEmpty()
                        || Slug.fault(Slug.propose(name)).isEmpty())
                .isTrue();
    }

    @Test
    void aNameHasAtMost80Letters() {
        assertThat(Slug.fault("a".repeat(80))).isEmpty();
        assertThat(Slug.fault("a".repeat(81))).isPresent();
    }
}
