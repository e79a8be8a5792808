package io.noticepress.markdown;

import io.noticepress.problem.Phrase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A text that may be read only for so long.
 *
 * <p>A parser that runs away cannot be interrupted from outside, but it has to read: every 1,024th character looks at the
 * time the thread has worked. Not at the clock on the wall, or a busy machine would refuse a good text. It is the last
 * resort behind {@link Limits}, since machines differ.
 */
final class Deadline implements CharSequence {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String text;
    private final long nanos;
    private final long start;
    private int reads;

    Deadline(String text, long millis) {
        this.text = text;
        this.nanos = millis * 1_000_000;
        this.start = worked();
    }

    /** Throws if the time is up. */
    void check() {
        if (worked() - start > nanos) {
            throw new TooComplex(
                    Phrase.of("排版这篇正文用时超过 {0} 秒", "this text takes more than {0} s to be set", nanos / 1_000_000_000.0),
                    0);
        }
    }

    private static long worked() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & 1023) == 0) {
            check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
