package io.noticepress.output;

/** Why a file of the site is made anew. */
public enum StaleReason {
    /** No earlier build is known to have made it. */
    NEW,
    /** The generator, the theme or the settings changed. */
    SURROUNDINGS,
    /** Its own sources changed. */
    OWN_TEXT,
    /** What it shows of others changed. */
    LISTED,
    /** The file on disk is gone, or is not what we wrote. */
    MISSING
}
