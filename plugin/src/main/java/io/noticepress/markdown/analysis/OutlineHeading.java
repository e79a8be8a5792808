package io.noticepress.markdown.analysis;

/**
 * A line of the outline.
 *
 * @param level 1 for a document, 2 and more for its sections and items
 * @param anchor where it leads
 * @param text without markup
 */
public record OutlineHeading(int level, String anchor, String text) {}
