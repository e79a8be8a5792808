package io.noticepress.plan;

/** Anything that shall stand on the site: where, and what it is made from. */
public interface PlannedFile {
    /** Where it stands. */
    Address address();

    /** What it is made from. */
    InputDigests inputs();
}
