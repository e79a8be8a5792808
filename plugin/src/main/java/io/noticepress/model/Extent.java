package io.noticepress.model;

/** How much of a document's text stands here. */
public enum Extent {
    FULL,
    DIGEST
}
