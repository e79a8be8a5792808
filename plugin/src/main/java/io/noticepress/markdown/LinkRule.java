package io.noticepress.markdown;

/** Decides where a link may lead. */
@FunctionalInterface
interface LinkRule {
    /**
     * Judges one destination.
     *
     * @param destination with backslash escapes and character references decoded
     * @param picture whether it is that of a picture
     */
    Target judge(String destination, boolean picture, Addresses addresses);
}
