/**
 * Reads a file into text with lines: encodings, formats, and the sandboxed JVM for Word and PDF.
 *
 * <p>Text files are decoded here; documents of other formats are read by {@code extract} in a separate JVM, as they are
 * untrusted. Defines the text with source offsets on which all later steps work.
 *
 * <p>Doors: {@link LibraryResolver}.
 *
 * <p>Incremental: importing is not part of a build; each import reads its file once.
 *
 * <p>Encodings are detected here, because detector libraries guess; an import needs a certain result or an error.
 */
@NullMarked
package io.noticepress.importer.source;

import org.jspecify.annotations.NullMarked;
