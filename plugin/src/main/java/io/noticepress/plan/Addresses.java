package io.noticepress.plan;

import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import java.util.Optional;

/** Addresses of all pages and files. They are promised to readers (contract, section 4) and never change. */
public final class Addresses {
    private Addresses() {}

    /** {@code zh/}. */
    public static Address home(Language language) {
        return Address.folder(language.key() + "/");
    }

    /** {@code zh/notices/2023/kx-2023-6/}. */
    public static Address notice(Language language, Notice notice) {
        return Address.folder(language.key() + "/notices/" + notice.year() + "/" + notice.slug() + "/");
    }

    /** {@code parallel/notices/2023/kx-2023-6/}: both languages side by side. */
    public static Address parallel(Notice notice) {
        return Address.folder("parallel/notices/" + notice.year() + "/" + notice.slug() + "/");
    }

    /** {@code notices/2023/kx-2023-6/annex.pdf}, the same for all languages. */
    public static Address attachment(Notice notice, Attachment attachment) {
        return new Address("notices/" + notice.year() + "/" + notice.slug() + "/" + attachment.file());
    }

    /** {@code zh/years/}. */
    public static Address overview(Language language, CategoryType type) {
        return Address.folder(language.key() + "/" + type.key() + "/");
    }

    /** {@code zh/years/2023/} with the newest notices (number 0), or a full page: {@code zh/years/2023/4/}. */
    public static Address list(Language language, Category category, int number) {
        return Address.folder(categoryFolder(language, category) + (number == 0 ? "" : number + "/"));
    }

    /** {@code zh/issuers/example-association/register/}. */
    public static Address register(Language language, Category issuer) {
        return Address.folder(categoryFolder(language, issuer) + "register/");
    }

    /** {@code zh/translations/}, and {@code zh/translations/2030/} for a year. */
    public static Address translations(Language language, Optional<Category> year) {
        return Address.folder(language.key() + "/translations/"
                + year.map(category -> category.key() + "/").orElse(""));
    }

    /** {@code zh/search/}. */
    public static Address search(Language language) {
        return Address.folder(language.key() + "/search/");
    }

    /** {@code zh/opensearch.xml}. */
    public static Address openSearch(Language language) {
        return new Address(language.key() + "/opensearch.xml");
    }

    /** {@code zh/about/}. */
    public static Address text(Language language, String name) {
        return Address.folder(language.key() + "/" + name + "/");
    }

    /** {@code zh/feed.xml}. */
    public static Address feed(Language language, Page.FeedFile.FeedFormat feedFormat) {
        return new Address(language.key() + "/" + fileName(feedFormat));
    }

    /** {@code zh/topics/talent/feed.json}. */
    public static Address feed(Language language, Category category, Page.FeedFile.FeedFormat feedFormat) {
        return new Address(categoryFolder(language, category) + fileName(feedFormat));
    }

    /** {@code data/notices-2023.json}. */
    public static Address yearData(String year) {
        return new Address("data/notices-" + year + ".json");
    }

    /** {@code data/schema/notices.json}. */
    public static Address schema(String name) {
        return new Address("data/schema/" + name + ".json");
    }

    private static String categoryFolder(Language language, Category category) {
        return language.key() + "/" + category.type().key() + "/" + category.key() + "/";
    }

    private static String fileName(Page.FeedFile.FeedFormat feedFormat) {
        return feedFormat == Page.FeedFile.FeedFormat.ATOM ? "feed.xml" : "feed.json";
    }
}
