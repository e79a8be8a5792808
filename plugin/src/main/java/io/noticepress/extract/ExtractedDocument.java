package io.noticepress.extract;

import java.util.List;

/**
 * The content of a document.
 *
 * @param characters the number of characters in the document, counted independently of the lines, so that a reader that skips
 *     text is noticed
 */
public record ExtractedDocument(List<ExtractedLine> lines, long characters) {}
