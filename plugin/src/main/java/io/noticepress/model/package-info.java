/**
 * Notices, editions, translations and their relations, as immutable records; imports the JDK only.
 *
 * <p>The vocabulary that all other packages share. The records hold facts; the bodies of notices stay on disk.
 *
 * <p>Doors: {@link Attachment}, {@link DocumentNumber}, {@link Edition}, {@link Extent}, {@link Notice},
 * {@link NoticeDates}, {@link Provenance}, {@link Relation}, {@link RelationType}, {@link SourceFile}, {@link TextPage},
 * {@link Translation}.
 *
 * <p>Incremental: an edit creates new records of the edited notice; those of all others come from the facts cache.
 */
@NullMarked
package io.noticepress.model;

import org.jspecify.annotations.NullMarked;
