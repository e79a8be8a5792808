package io.noticepress.markdown.text;

import io.noticepress.problem.Location;
import java.util.Arrays;

/** Converts offsets in the body to lines and columns of the file: offset 4 of {@code 甲\n𠮷乙} is line 2, column 2. */
public final class SourcePositions {
    private final MarkdownSource source;
    private final int[] lineStarts;

    public SourcePositions(MarkdownSource source) {
        this.source = source;
        String body = source.body();
        int[] starts = new int[64];
        int count = 1;
        for (int at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, count);
    }

    /** The location of the character at {@code offset} of the body. */
    public Location location(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Location(
                source.file(), source.firstLine() + line, source.body().codePointCount(lineStarts[line], offset) + 1);
    }

    /** The length in code points of a range, up to the end of its first line; at least 1. */
    public int width(int start, int end) {
        int eol = source.body().indexOf('\n', start);
        int stop = eol < 0 ? end : Math.min(end, eol);
        return Math.max(1, stop <= start ? 0 : source.body().codePointCount(start, stop));
    }
}
