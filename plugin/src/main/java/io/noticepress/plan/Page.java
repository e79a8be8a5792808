package io.noticepress.plan;

import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file of the site: HTML pages, feeds, data, schemas, assets, attachments. Everything that is written is a page. */
public sealed interface Page extends PlannedFile {
    /** Calls the visitor's method for this kind of page. */
    <T> T accept(PageVisitor<T> pageVisitor);

    /** One method per kind of page, so that the compiler finds a kind that is not handled. */
    interface PageVisitor<T> {
        T chooser(ChooserPage page);

        T home(HomePage page);

        T notice(NoticePage page);

        T parallel(ParallelPage page);

        T overview(OverviewPage page);

        T list(ListPage page);

        T register(RegisterPage page);

        T translations(TranslationsPage page);

        T text(LocalizedTextPage page);

        T search(SearchPage page);

        T notFound(NotFoundPage page);

        T feed(FeedFile page);

        T yearData(YearDataFile page);

        T schema(SchemaFile page);

        T attachment(AttachedFile page);

        T asset(AssetFile page);

        T sitemap(SitemapFile page);

        T sitemapIndex(SitemapIndexFile page);

        T robots(RobotsFile page);

        T openSearch(OpenSearchFile page);

        T searchFile(SearchFile page);
    }

    /** The start page, on which a reader chooses a language. */
    record ChooserPage(Address address, InputDigests inputs) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.chooser(this);
        }
    }

    /** The home page of a language. */
    record HomePage(Address address, InputDigests inputs, Language language) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.home(this);
        }
    }

    /** A notice in one language. */
    record NoticePage(Address address, InputDigests inputs, Notice notice, Edition edition)
            implements Page, SitemapUrl {
        @Override
        public Optional<LocalDate> lastChanged() {
            return Optional.of(notice.dates().lastChanged());
        }

        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.notice(this);
        }
    }

    /** A notice in both languages, side by side. */
    record ParallelPage(Address address, InputDigests inputs, Notice notice, Edition left, Edition right)
            implements Page, SitemapUrl {
        @Override
        public Optional<LocalDate> lastChanged() {
            return Optional.of(notice.dates().lastChanged());
        }

        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.parallel(this);
        }
    }

    /** All years, issuers, topics or kinds. */
    record OverviewPage(Address address, InputDigests inputs, CategoryType type, Language language) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.overview(this);
        }
    }

    /** A list of notices; number 0 has the newest ones, the others are full pages counted from the oldest. */
    record ListPage(Address address, InputDigests inputs, Category category, Language language, int number)
            implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.list(this);
        }
    }

    /** The document numbers of an issuer, with their gaps. */
    record RegisterPage(Address address, InputDigests inputs, Category category, Language language) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.register(this);
        }
    }

    /** The state of the translations of all notices or of a year. */
    record TranslationsPage(
            Address address,
            InputDigests inputs,
            TranslationBacklog backlog,
            Optional<Category> year,
            Language language)
            implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.translations(this);
        }
    }

    /** A plain page in one language. */
    record LocalizedTextPage(Address address, InputDigests inputs, TextPage text, TextPage.TextPageEdition version)
            implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.text(this);
        }
    }

    /** The search page of a language. */
    record SearchPage(Address address, InputDigests inputs, SearchFiles files, Language language) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.search(this);
        }
    }

    /** The page for addresses that do not exist (404). */
    record NotFoundPage(Address address, InputDigests inputs) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.notFound(this);
        }
    }

    /** A feed of the site or of a category. */
    record FeedFile(
            Address address,
            InputDigests inputs,
            FeedFormat format,
            Language language,
            Optional<Category> category,
            List<Notice> notices)
            implements Page {
        /** Atom (RFC 4287) or JSON Feed 1.1. */
        public enum FeedFormat {
            ATOM,
            JSON
        }

        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.feed(this);
        }
    }

    /** The open data of a year. */
    record YearDataFile(Address address, InputDigests inputs, Category year) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.yearData(this);
        }
    }

    /** A JSON Schema. */
    record SchemaFile(Address address, InputDigests inputs, String name) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.schema(this);
        }
    }

    /** An attachment or picture of a notice. */
    record AttachedFile(Address address, InputDigests inputs, Notice notice, Attachment attachment) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.attachment(this);
        }
    }

    /** An asset of the theme, such as a style sheet; its address contains the digest of its content. */
    record AssetFile(Address address, InputDigests inputs) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.asset(this);
        }
    }

    /** A file of the search: a script, or a part of the index. */
    record SearchFile(Address address, InputDigests inputs) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.searchFile(this);
        }
    }

    /** A sitemap (sitemaps.org). */
    record SitemapFile(Address address, InputDigests inputs, List<SitemapUrl> urls) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.sitemap(this);
        }
    }

    /** A sitemap index. */
    record SitemapIndexFile(Address address, InputDigests inputs, List<Address> sitemaps) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.sitemapIndex(this);
        }
    }

    /** The OpenSearch description of a language. */
    record OpenSearchFile(Address address, InputDigests inputs, Language language) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.openSearch(this);
        }
    }

    /** robots.txt (RFC 9309). */
    record RobotsFile(Address address, InputDigests inputs) implements Page {
        @Override
        public <T> T accept(PageVisitor<T> pageVisitor) {
            return pageVisitor.robots(this);
        }
    }
}
