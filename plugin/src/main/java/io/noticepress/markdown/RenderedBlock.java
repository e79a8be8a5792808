package io.noticepress.markdown;

/**
 * A block of a text: a heading, an item, a paragraph, a table.
 *
 * @param anchor its place in the structure, the same in every language: {@code s2-1}
 * @param html the element, with {@code id="s2-1"}
 */
public record RenderedBlock(String anchor, String html) {}
