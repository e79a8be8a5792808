package io.noticepress.plan;

/** A file that the site will have: its address and the digests of its inputs. */
public interface PlannedFile {
    /** Its path in the site. */
    Address address();

    /** What decides whether it must be rendered again. */
    InputDigests inputs();
}
