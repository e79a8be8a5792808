/**
 * The fields and text of a notice, normalized and split into tokens.
 *
 * <p>{@link DocRecord} and {@link SearchText} select the text, {@link CharNormalizer} and {@link Tokenizer} turn it into
 * terms, {@link Bm25fWeight} weighs them. Sections 1 to 4 of {@code search.md}; {@code engine.js} implements the same rules.
 *
 * <p>Doors: {@link SearchText}.
 *
 * <p>Incremental: the search text of a notice is cached with its findings; only new and changed notices are tokenized, and
 * changed ones also in their previous version.
 *
 * <p>Lucene's analyzers are not used, since the browser must tokenize queries by the same rules; ICU is not used, since of
 * its 14 MB only a table of 19 KB is needed, which a test compares with ICU.
 */
@NullMarked
package io.noticepress.search.text;

import org.jspecify.annotations.NullMarked;
