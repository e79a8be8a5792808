package io.noticepress.markdown.links;

import io.noticepress.problem.Message;

/**
 * The checked destination of a link or picture.
 *
 * @param kind whether it may be rendered
 * @param href the value of {@code href} or {@code src}; empty if it may not be rendered
 * @param path the percent-decoded relative path, for links within the site
 * @param fragment the part after {@code #}
 * @param reason why it was refused
 */
public record LinkDestination(DestinationKind kind, String href, String path, String fragment, Message reason) {
    /** The kinds of destinations. */
    public enum DestinationKind {
        /** Another site, or a mail address. */
        OUTSIDE,
        /** A file of this site or a place in this page. */
        INSIDE,
        /** Not allowed: another scheme, a host without scheme, an absolute path. */
        UNSAFE,
        /** No such file, or no destination at all. */
        BROKEN
    }

    /** A destination on another site. */
    public static LinkDestination outside(String href) {
        return new LinkDestination(DestinationKind.OUTSIDE, href, "", "", Message.of("", ""));
    }

    static LinkDestination inside(String href, String path, String fragment) {
        return new LinkDestination(DestinationKind.INSIDE, href, path, fragment, Message.of("", ""));
    }

    static LinkDestination refused(DestinationKind kind, String path, Message reason) {
        return new LinkDestination(kind, "", path, "", reason);
    }

    /** Whether the link may be rendered. */
    public boolean isUsable() {
        return kind == DestinationKind.OUTSIDE || kind == DestinationKind.INSIDE;
    }
}
