package io.noticepress.markdown;

import io.noticepress.problem.Location;
import java.util.Arrays;

/** Where in the file an offset of the body stands, in lines and code points. */
final class Places {
    private final MarkdownText text;
    private final int[] lines;

    Places(MarkdownText text) {
        this.text = text;
        String body = text.body();
        int[] starts = new int[64];
        int count = 1;
        for (int at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        this.lines = Arrays.copyOf(starts, count);
    }

    /** The place of the character at {@code offset} of the body. */
    Location at(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Location(text.file(), text.firstLine() + line, text.body().codePointCount(lines[line], offset) + 1);
    }

    /** How many code points the range covers, not beyond the end of its first line; at least 1. */
    int width(int start, int end) {
        int eol = text.body().indexOf('\n', start);
        int stop = eol < 0 ? end : Math.min(end, eol);
        return Math.max(1, stop <= start ? 0 : text.body().codePointCount(start, stop));
    }
}
