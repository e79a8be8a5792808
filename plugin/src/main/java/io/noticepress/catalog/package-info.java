/**
 * Notices in order, by year, issuer, topic and kind; their relations; missing translations.
 *
 * <p>Answers questions about all notices of a site from their facts, without reading a body: the order of lists, incoming
 * relations and the statuses that follow from them, registers of document numbers, the translation backlog.
 *
 * <p>Doors: {@link Catalog}, {@link Category}, {@link CategoryType}, {@link IncomingRelation}, {@link NoticeStatus},
 * {@link Register}, {@link TranslationBacklog}.
 *
 * <p>Incremental: nothing is kept between builds; an edit of a fact builds the whole catalog again, in memory.
 */
@NullMarked
package io.noticepress.catalog;

import org.jspecify.annotations.NullMarked;
