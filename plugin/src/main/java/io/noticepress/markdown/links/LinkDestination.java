package io.noticepress.markdown.links;

import io.noticepress.problem.Message;

/**
 * What a link's destination turned out to be.
 *
 * @param kind whether it may be set
 * @param href what goes into {@code href} or {@code src}; empty unless it may be set
 * @param path the decoded relative path, if the link stays on the site
 * @param fragment what stands after {@code #}
 * @param reason why it was refused
 */
public record LinkDestination(DestinationKind kind, String href, String path, String fragment, Message reason) {
    /** The three outcomes. */
    public enum DestinationKind {
        /** Leads to another site, or writes a mail. */
        OUTSIDE,
        /** Leads to a file of this site or to a place in this page. */
        INSIDE,
        /** Must not be followed: another scheme, another host, a path from the root. */
        UNSAFE,
        /** Can lead nowhere. */
        BROKEN
    }

    public static LinkDestination outside(String href) {
        return new LinkDestination(DestinationKind.OUTSIDE, href, "", "", Message.of("", ""));
    }

    static LinkDestination inside(String href, String path, String fragment) {
        return new LinkDestination(DestinationKind.INSIDE, href, path, fragment, Message.of("", ""));
    }

    static LinkDestination refused(DestinationKind destinationKind, String path, Message why) {
        return new LinkDestination(destinationKind, "", path, "", why);
    }

    /** Whether there is something to set. */
    public boolean isUsable() {
        return kind == DestinationKind.OUTSIDE || kind == DestinationKind.INSIDE;
    }
}
