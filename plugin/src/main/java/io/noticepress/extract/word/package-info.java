/**
 * WordprocessingML: paragraphs, tables, list numbers, notes and revisions.
 *
 * <p>Reads a .docx file part by part and counts its characters independently, so that lost text is noticed.
 *
 * <p>Incremental: nothing is kept; an import reads its document once.
 *
 * <p>Of POI, only the package reader and the XML parser are used: list numbers and accepted revisions have to be
 * computed from the XML in any case.
 */
@NullMarked
package io.noticepress.extract.word;

import org.jspecify.annotations.NullMarked;
