package io.noticepress.content.links;

/** What a relative link leads to, told from the path alone. */
sealed interface LinkTarget {
    /** A notice in a language: {@code notices/2023/kx-2023-6.zh.md}. */
    record NoticeTarget(String year, String slug, String language) implements LinkTarget {}

    /** A page in a language: {@code pages/about.zh.md}. */
    record PageTarget(String name, String language) implements LinkTarget {}

    /** A file of a notice, its name in NFC: {@code notices/2023/kx-2023-6/附件1.pdf}. */
    record FileTarget(String year, String slug, String file) implements LinkTarget {}
}
