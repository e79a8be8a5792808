package io.noticepress.model;

import io.noticepress.model.site.LocalizedText;
import java.util.Optional;

/**
 * One notice's tie to another.
 *
 * @param slug of the other notice, if it is on this site; then title and number are empty
 * @param title of a document that is elsewhere
 * @param number of a document that is elsewhere, as printed, or empty
 */
public record Relation(RelationType type, Optional<String> slug, LocalizedText title, String number) {}
