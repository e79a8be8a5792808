package io.noticepress.output;

/**
 * What became of a site's files; {@code rendered + kept == pages}.
 *
 * @param pages files the site has now, {@code checksums.txt} included
 * @param rendered how many of them were made anew, whether or not their bytes turned out different
 * @param kept how many of them were left as they were
 * @param removed files of earlier builds that are no longer there
 */
public record FileCounts(int pages, int rendered, int kept, int removed) {}
