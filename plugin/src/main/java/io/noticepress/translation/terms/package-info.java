/**
 * Finds agreed terms in a text and reports those a translation does not use.
 *
 * <p>Terms come from terms.yaml and from the names of issuers and topics.
 *
 * <p>Doors: none.
 *
 * <p>Incremental: the terms of a site are indexed once in a run, when the first translation is compared.
 *
 * <p>Own code, because a search engine's analyzers stem more than agreed terms allow.
 */
@NullMarked
package io.noticepress.translation.terms;

import org.jspecify.annotations.NullMarked;
