package io.noticepress.extract;

import java.util.List;

/**
 * What a document says.
 *
 * @param characters how many it has, counted another way than the lines were made
 */
public record ExtractedDocument(List<ExtractedLine> lines, long characters) {}
