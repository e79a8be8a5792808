package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.DoubleCrc;

/** The files of a site in the order of their paths, numbered from 0. */
public interface FileTable {
    int size();

    /** A path below the output folder: {@code zh/index.html}. */
    String path(int file);

    /** What a file was made from. */
    InputDigests inputs(int file);

    /** The SHA-256 of a file's bytes. */
    Digest contentDigest(int file);

    /** The {@link DoubleCrc} of a file's bytes. */
    long crc(int file);

    /** In bytes. */
    long size(int file);

    /** When a file was last written, in nanoseconds since 1970. */
    long modifiedNanos(int file);
}
