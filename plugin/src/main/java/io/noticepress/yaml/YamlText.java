package io.noticepress.yaml;

/**
 * A YAML text and where it was found.
 *
 * @param file its file, as problems name it
 * @param text with lines ended by {@code \n}
 * @param firstLine the line of the file on which it begins, counted from 1: 2 for front matter
 */
public record YamlText(String file, String text, int firstLine) {}
