/**
 * The site, its languages, issuers, topics and kinds of documents.
 *
 * <p>Settings that editors make in YAML files, and the 15 kinds of documents that are built in.
 *
 * <p>Doors: {@link DocumentKind}, {@link Issuer}, {@link Language}, {@link LocalizedText}, {@link Site}, {@link Topic}.
 *
 * <p>Incremental: an edit of a settings file changes {@link Site#digest()}, which invalidates all cached facts and
 * all pages.
 */
@NullMarked
package io.noticepress.model.site;

import org.jspecify.annotations.NullMarked;
