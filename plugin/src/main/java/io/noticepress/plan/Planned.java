package io.noticepress.plan;

/** Anything that shall stand on the site: where, and what it is made from. */
public interface Planned {
    /** Where it stands. */
    Address address();

    /** What it is made from. */
    Inputs inputs();
}
