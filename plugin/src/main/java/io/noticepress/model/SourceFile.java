package io.noticepress.model;

import io.noticepress.model.values.Digest;

/**
 * The file an edition comes from.
 *
 * @param path below the content folder, with {@code /}: {@code notices/2023/kx-2023-6.zh.md}
 * @param bodyLine the line on which the text begins, counted from 1
 * @param digest of the file's bytes
 */
public record SourceFile(String path, int bodyLine, Digest digest) {}
