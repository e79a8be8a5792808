package io.noticepress.markdown.text;

/**
 * A text to be parsed.
 *
 * @param file its file as problems name it
 * @param body the text after the front matter, lines ended by {@code \n}
 * @param firstLine the line of the file on which the body begins, counted from 1
 * @param chinese whether it is in Chinese
 * @param title the title of its edition, the first block of the fingerprint
 * @param draft whether places left to be filled in are only warned of
 */
public record MarkdownSource(String file, String body, int firstLine, boolean chinese, String title, boolean draft) {}
