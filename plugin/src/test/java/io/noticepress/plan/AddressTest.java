package io.noticepress.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Notice;
import io.noticepress.model.NoticeBuilder;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void aFolderIsNamedWithoutItsIndexFile() {
        assertThat(Address.folder("zh/about/").url()).isEqualTo("zh/about/");
        assertThat(Address.folder("").url()).isEmpty();
        assertThat(new Address("404.html").url()).isEqualTo("404.html");
        assertThat(new Address("notices/2030/a/my-index.html").url()).isEqualTo("notices/2030/a/my-index.html");
    }

    @Test
    void whatIsNotUnreservedIsPercentEncodedInUtf8() {
        assertThat(new Address("notices/2030/a/附件 1+%#?&\"'.pdf").url())
                .isEqualTo("notices/2030/a/%E9%99%84%E4%BB%B6%201%2B%25%23%3F%26%22%27.pdf");
        assertThat(new Address("a/𠮷-._~.txt").url()).isEqualTo("a/%F0%A0%AE%B7-._~.txt");
    }

    @Test
    void noticesStandBelowTheirLanguageAndTheYearOfIssue() {
        Notice notice = NoticeBuilder.notice("kx-2030-6", "2030-12-31")
                .publishedOn("2031-01-01")
                .build();
        assertThat(Addresses.notice(NoticeBuilder.EN, notice)).hasToString("en/notices/2030/kx-2030-6/index.html");
    }
}
