package io.noticepress.output;

/**
 * Numbers of a site's files after a build; {@code rendered + kept == pages}.
 *
 * @param pages all files, {@code checksums.txt} included
 * @param rendered files that were rendered, even if their bytes turned out the same
 * @param kept files that were up to date
 * @param removed files of earlier builds that were deleted
 */
public record FileCounts(int pages, int rendered, int kept, int removed) {}
