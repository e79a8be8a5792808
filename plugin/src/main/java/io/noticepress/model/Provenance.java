package io.noticepress.model;

import java.time.LocalDate;
import java.util.Optional;

/** Where a text was taken from ({@code source}); every part but the map itself may be absent, then empty. */
public record Provenance(String url, String file, String sha256, Optional<LocalDate> retrieved) {}
