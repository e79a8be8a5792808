package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.DoubleCrc;

/** The files of a site in the order of their paths, numbered from 0. */
public interface FileTable {
    int size();

    /** A path below the output folder: {@code zh/index.html}. */
    String path(int file);

    /** The digests of everything that a file was made from. */
    InputDigests inputs(int file);

    /** The SHA-256 of a file's content. */
    Digest contentDigest(int file);

    /** The {@link DoubleCrc} of a file's content. */
    long crc(int file);

    /** In bytes. */
    long size(int file);

    /** When a file was last modified, in nanoseconds since 1970. */
    long modifiedNanos(int file);
}
