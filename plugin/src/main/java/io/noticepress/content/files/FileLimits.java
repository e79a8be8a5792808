package io.noticepress.content.files;

import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.Locale;

/** Size limits in bytes. Real notices with all their annexes have less than 400 KB of text. */
public final class FileLimits {
    static final int FRONT_MATTER = 64 * 1024;
    static final int BODY = 1024 * 1024;
    public static final int TEXT_FILE = BODY + FRONT_MATTER;
    public static final int SETTINGS_FILE = 256 * 1024;
    public static final int ATTACHMENT = 20 * 1024 * 1024;

    private FileLimits() {}

    /** The problem that something is larger than its limit. */
    public static Problem tooLarge(Location at, int width, long size, long limit) {
        return Problem.of(
                ProblemCode.TOO_LARGE,
                at,
                width,
                Message.of("有 {0}，超过 {1} 的上限", "{0} exceeds the limit of {1}", formatSize(size), formatSize(limit)),
                Message.of("缩小文件，或拆分成几个文件", "make it smaller, or split it"));
    }

    /** A size for messages: {@code 20 MiB}, {@code 64 KiB}, {@code 1.1 MiB}; rounded up. */
    static String formatSize(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes < 1024 * 1024 ? bytes / 1024.0 : bytes / (1024.0 * 1024.0);
        String unit = bytes < 1024 * 1024 ? " KiB" : " MiB";
        return (value == Math.rint(value)
                        ? Long.toString((long) value)
                        : String.format(Locale.ROOT, "%.1f", Math.ceil(value * 10) / 10))
                + unit;
    }
}
