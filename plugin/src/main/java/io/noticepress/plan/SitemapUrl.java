package io.noticepress.plan;

import java.time.LocalDate;
import java.util.Optional;

/** A page in a sitemap; where there are many of a kind, they say it themselves. */
public interface SitemapUrl {
    /** Where it stands. */
    Address address();

    /** The day of its last change, if that is known. */
    Optional<LocalDate> lastChanged();

    /** A page of which it is not known when it changed. */
    record UndatedUrl(Address address) implements SitemapUrl {
        @Override
        public Optional<LocalDate> lastChanged() {
            return Optional.empty();
        }
    }
}
