package io.noticepress.markdown.links;

import io.noticepress.problem.Location;

/**
 * A relative link or picture in a text.
 *
 * @param path as written, percent-decoded; empty for a link within the page
 * @param fragment the part after {@code #}, or empty
 * @param at where the destination is in the source
 * @param width its length there in code points
 */
public record RelativeLink(String path, String fragment, boolean picture, Location at, int width) {}
