package io.noticepress.content;

/** What a relative link leads to, told from the path alone. */
sealed interface Target {
    /** A notice in a language: {@code notices/2023/kx-2023-6.zh.md}. */
    record ToNotice(String year, String slug, String language) implements Target {}

    /** A page in a language: {@code pages/about.zh.md}. */
    record ToPage(String name, String language) implements Target {}

    /** A file of a notice, its name in NFC: {@code notices/2023/kx-2023-6/附件1.pdf}. */
    record ToFile(String year, String slug, String file) implements Target {}
}
