package io.noticepress.markdown.links;

/** Decides which link destinations are allowed. */
@FunctionalInterface
public interface LinkPolicy {
    /**
     * Checks one destination.
     *
     * @param destination with backslash escapes and character references decoded
     * @param picture whether it is the source of a picture
     */
    LinkDestination check(String destination, boolean picture, UrlResolver urlResolver);
}
