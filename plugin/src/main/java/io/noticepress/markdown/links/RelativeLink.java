package io.noticepress.markdown.links;

import io.noticepress.problem.Location;

/**
 * A relative link or picture of a text.
 *
 * @param path as written, percent-decoded; empty for a link within the page
 * @param fragment what stands after {@code #}, or empty
 * @param at where it stands
 * @param width its length there in code points
 */
public record RelativeLink(String path, String fragment, boolean picture, Location at, int width) {}
