package io.noticepress.markdown.links;

/** Decides where a link may lead. */
@FunctionalInterface
public interface LinkPolicy {
    /**
     * Judges one destination.
     *
     * @param destination with backslash escapes and character references decoded
     * @param picture whether it is that of a picture
     */
    LinkDestination check(String destination, boolean picture, UrlResolver urlResolver);
}
