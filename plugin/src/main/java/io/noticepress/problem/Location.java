package io.noticepress.problem;

/**
 * A place in a file: {@code content/notices/2023/kx-2023-6.zh.md:5:9}.
 *
 * @param file the path as the user typed it, with {@code /} as separator
 * @param line counted from 1
 * @param column counted from 1, in code points
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
    /** The place of a problem that concerns the file as a whole: its first character. */
    public static Location ofFile(String file) {
        return new Location(file, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
