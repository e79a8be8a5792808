/**
 * Lines and tables of Word and PDF files, read in a separate JVM, and the text left out.
 *
 * <p>What all document readers return. Documents come from outside and the libraries that read them are large, so both
 * stay out of the JVM of the build.
 *
 * <p>Doors: {@link ExtractedDocument}, {@link ExtractedLine}, {@link TextMark}, {@link UnreadableDocument}.
 *
 * <p>Incremental: nothing is kept; an import reads its document once.
 */
@NullMarked
package io.noticepress.extract;

import org.jspecify.annotations.NullMarked;
