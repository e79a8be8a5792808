package io.noticepress.markdown.analysis;

/**
 * An entry of the outline.
 *
 * @param level 1 for a document, 2 and more for sections and items
 * @param anchor of the heading or item
 * @param text as plain text
 */
public record OutlineHeading(int level, String anchor, String text) {}
