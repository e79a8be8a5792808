package io.noticepress.yaml;

import io.noticepress.problem.Location;
import java.util.List;

/**
 * YAML source text and its position in a file.
 *
 * @param file the file's path as problems name it
 * @param text with {@code \n} as line terminator
 * @param firstLine the line of the file on which the text begins, counted from 1: 2 for front matter
 */
public record YamlText(String file, String text, int firstLine) {
    /** The lines of the text, without terminators. */
    List<String> lines() {
        return text.lines().toList();
    }

    /** The place in the file of a line and a column of this text, both counted from 0 as SnakeYAML does. */
    Location location(int line, int column) {
        return new Location(file, firstLine + line, column + 1);
    }
}
