package io.noticepress.plan;

import java.time.LocalDate;
import java.util.Optional;

/** A page in a sitemap, with the day of its last change if that is known. */
public record SitemapUrl(Address address, Optional<LocalDate> changed) {}
