package io.noticepress.content.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.org, https://example.org/",
        "http://example.org:8080/a/b, http://example.org:8080/a/b/",
        "https://example.org/docs/, https://example.org/docs/"
    })
    void anAddressIsBroughtIntoOneSpelling(String given, String url) {
        assertThat(BaseUrl.normalised(given)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "https:///a",
                "https://u@example.org/",
                "https://example.org/?a",
                "https://example.org/#a",
                "https://example.org/a/../b",
                "https://example.org//a",
                "https://例子.中国/",
                "javascript:alert(1)",
                "https://exa mple.org/",
                "https:example.org"
            })
    void anAddressOfAnotherKindIsRefused(String given) {
        assertThat(BaseUrl.normalised(given)).isEmpty();
    }
}
