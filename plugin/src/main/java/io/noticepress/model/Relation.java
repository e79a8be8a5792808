package io.noticepress.model;

import io.noticepress.model.site.LocalizedText;
import java.util.Optional;

/**
 * A relation of one notice to another.
 *
 * @param slug of the other notice if it is on this site; title and number are then empty
 * @param title of a document that is not on this site
 * @param number of a document that is not on this site, as printed, or empty
 */
public record Relation(RelationType type, Optional<String> slug, LocalizedText title, String number) {}
