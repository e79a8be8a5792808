package io.noticepress.model;

import java.time.LocalDate;
import java.util.Optional;

/** Where a text was copied from (the field {@code source}); each part may be empty. */
public record Provenance(String url, String file, String sha256, Optional<LocalDate> retrieved) {}
