package io.noticepress.model;

import io.noticepress.model.values.Digest;

/**
 * The file that an edition or a page was read from.
 *
 * @param path relative to the content folder, with {@code /}: {@code notices/2023/kx-2023-6.zh.md}
 * @param bodyLine the line on which the body begins, counted from 1
 * @param digest of the file's bytes
 */
public record SourceFile(String path, int bodyLine, Digest digest) {}
