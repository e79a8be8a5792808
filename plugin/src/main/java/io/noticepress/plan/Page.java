package io.noticepress.plan;

import io.noticepress.catalog.Backlog;
import io.noticepress.catalog.Shelf;
import io.noticepress.catalog.ShelfKind;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file of the site. Everything that gets written is a page. */
public sealed interface Page extends Planned {
    /** Lets a visitor make something of it, according to what kind of page it is. */
    <T> T accept(Visitor<T> visitor);

    /** One method per kind of page, so that none is forgotten. */
    interface Visitor<T> {
        T chooser(Chooser page);

        T home(Home page);

        T notice(NoticePage page);

        T parallel(Parallel page);

        T overview(Overview page);

        T list(ListPage page);

        T register(RegisterPage page);

        T translations(Translations page);

        T text(TextualPage page);

        T search(Search page);

        T notFound(NotFound page);

        T feed(Feed page);

        T yearData(YearData page);

        T schema(Schema page);

        T attachment(AttachedFile page);

        T asset(Asset page);

        T sitemap(Sitemap page);

        T sitemapIndex(SitemapIndex page);

        T robots(Robots page);

        T openSearch(OpenSearch page);

        T searchFile(SearchFile page);
    }

    /** The first page, where a reader chooses a language. */
    record Chooser(Address address, Inputs inputs) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.chooser(this);
        }
    }

    /** The home page of a language. */
    record Home(Address address, Inputs inputs, Language language) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.home(this);
        }
    }

    /** A notice in one language. */
    record NoticePage(Address address, Inputs inputs, Notice notice, Edition edition) implements Page, SitemapUrl {
        @Override
        public Optional<LocalDate> changed() {
            return Optional.of(notice.dates().lastChanged());
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.notice(this);
        }
    }

    /** A notice in both languages of a site, side by side. */
    record Parallel(Address address, Inputs inputs, Notice notice, Edition left, Edition right)
            implements Page, SitemapUrl {
        @Override
        public Optional<LocalDate> changed() {
            return Optional.of(notice.dates().lastChanged());
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.parallel(this);
        }
    }

    /** All years, issuers, topics or kinds. */
    record Overview(Address address, Inputs inputs, ShelfKind kind, Language language) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.overview(this);
        }
    }

    /** A list of notices; number 0 has the newest ones, the others are full pages counted from the oldest. */
    record ListPage(Address address, Inputs inputs, Shelf shelf, Language language, int number) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.list(this);
        }
    }

    /** The document numbers of an issuer, with their gaps. */
    record RegisterPage(Address address, Inputs inputs, Shelf shelf, Language language) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.register(this);
        }
    }

    /** The state of the translations, of all notices or of a year. */
    record Translations(Address address, Inputs inputs, Backlog backlog, Optional<Shelf> year, Language language)
            implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.translations(this);
        }
    }

    /** A plain page in one language. */
    record TextualPage(Address address, Inputs inputs, TextPage text, TextPage.TextPageEdition version)
            implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.text(this);
        }
    }

    /** Where a reader looks something up in the index of a language. */
    record Search(Address address, Inputs inputs, SearchFiles files, Language language) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.search(this);
        }
    }

    /** What a reader sees who asked for a page that is not there. */
    record NotFound(Address address, Inputs inputs) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.notFound(this);
        }
    }

    /** A feed of the whole site or of a shelf. */
    record Feed(
            Address address,
            Inputs inputs,
            Format format,
            Language language,
            Optional<Shelf> shelf,
            List<Notice> notices)
            implements Page {
        /** Atom (RFC 4287) or JSON Feed 1.1. */
        public enum Format {
            ATOM,
            JSON
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.feed(this);
        }
    }

    /** The open data of a year. */
    record YearData(Address address, Inputs inputs, Shelf year) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.yearData(this);
        }
    }

    /** A JSON Schema. */
    record Schema(Address address, Inputs inputs, String name) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.schema(this);
        }
    }

    /** An attachment or picture of a notice. */
    record AttachedFile(Address address, Inputs inputs, Notice notice, Attachment attachment) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.attachment(this);
        }
    }

    /** An asset of the theme; its address is its name. */
    record Asset(Address address, Inputs inputs) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.asset(this);
        }
    }

    /** A file of the search: a script, or a part of an index. */
    record SearchFile(Address address, Inputs inputs) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.searchFile(this);
        }
    }

    /** A list of pages for search engines. */
    record Sitemap(Address address, Inputs inputs, List<SitemapUrl> urls) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.sitemap(this);
        }
    }

    /** A list of such lists. */
    record SitemapIndex(Address address, Inputs inputs, List<Address> sitemaps) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.sitemapIndex(this);
        }
    }

    /** How a browser looks something up in a language of the site. */
    record OpenSearch(Address address, Inputs inputs, Language language) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.openSearch(this);
        }
    }

    /** What robots are told. */
    record Robots(Address address, Inputs inputs) implements Page {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.robots(this);
        }
    }
}
