package io.noticepress.markdown;

/**
 * A rendered block: a heading, an item, a paragraph, a table.
 *
 * @param anchor its position in the structure, the same in every language: {@code s2-1}
 * @param html its element, with {@code id="s2-1"}
 */
public record RenderedBlock(String anchor, String html) {}
