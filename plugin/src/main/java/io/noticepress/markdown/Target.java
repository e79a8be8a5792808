package io.noticepress.markdown;

import io.noticepress.problem.Message;

/**
 * What a link's destination turned out to be.
 *
 * @param kind whether it may be set
 * @param href what goes into {@code href} or {@code src}; empty unless it may be set
 * @param path the decoded relative path, if the link stays on the site
 * @param fragment what stands after {@code #}
 * @param why why it was refused
 */
record Target(Kind kind, String href, String path, String fragment, Message why) {
    /** The three outcomes. */
    enum Kind {
        /** Leads to another site, or writes a mail. */
        OUTSIDE,
        /** Leads to a file of this site or to a place in this page. */
        INSIDE,
        /** Must not be followed: another scheme, another host, a path from the root. */
        UNSAFE,
        /** Can lead nowhere. */
        BROKEN
    }

    static Target outside(String href) {
        return new Target(Kind.OUTSIDE, href, "", "", Message.of("", ""));
    }

    static Target inside(String href, String path, String fragment) {
        return new Target(Kind.INSIDE, href, path, fragment, Message.of("", ""));
    }

    static Target refused(Kind kind, String path, Message why) {
        return new Target(kind, "", path, "", why);
    }

    /** Whether there is something to set. */
    boolean isUsable() {
        return kind == Kind.OUTSIDE || kind == Kind.INSIDE;
    }
}
