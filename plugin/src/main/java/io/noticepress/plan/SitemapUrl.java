package io.noticepress.plan;

import java.time.LocalDate;
import java.util.Optional;

/** An entry of a sitemap. Pages of notices implement it themselves, because a second object for each would cost memory. */
public interface SitemapUrl {
    /** The page. */
    Address address();

    /** The date of its last change, if that is known. */
    Optional<LocalDate> lastChanged();

    /** A page without a date of change. */
    record UndatedUrl(Address address) implements SitemapUrl {
        @Override
        public Optional<LocalDate> lastChanged() {
            return Optional.empty();
        }
    }
}
