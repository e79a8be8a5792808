package io.noticepress.markdown.text;

/**
 * The Markdown body of a file, as input for the parser.
 *
 * @param file the path as problems name it
 * @param body the text after the front matter, with {@code \n} as line terminator
 * @param firstLine the line of the file on which the body begins, counted from 1
 * @param chinese whether the text is in Chinese
 * @param title the title of the edition, the first entry of the basis
 * @param draft whether TODOs are warnings and not errors
 */
public record MarkdownSource(String file, String body, int firstLine, boolean chinese, String title, boolean draft) {}
