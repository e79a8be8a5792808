package io.noticepress.model;

/** Whether an edition has the full text of the document or a digest of it. */
public enum Extent {
    FULL,
    DIGEST
}
