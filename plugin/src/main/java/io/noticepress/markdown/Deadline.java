package io.noticepress.markdown;

import io.noticepress.problem.Phrase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A text that may be read only for so long.
 *
 * <p>A parser that runs away cannot be interrupted from outside, but it has to read: every 1,024th character looks at the
 * clock. It is the last resort behind {@link Limits}, since clocks differ between machines.
 */
final class Deadline implements CharSequence {
    private final String text;
    private final long nanos;
    private final long start;
    private final long startOfWork;
    private int reads;

    Deadline(String text, long millis) {
        this.text = text;
        this.nanos = millis * 1_000_000;
        this.start = System.nanoTime();
        this.startOfWork = ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : 0;
    }

    /** Throws if the time is up. */
    void check() {
        if (System.nanoTime() - start > nanos && worked() > nanos * 2 / 3) {
            throw new TooComplex(
                    Phrase.of("排版这篇正文用时超过 {0} 秒", "this text takes more than {0} s to be set", nanos / 1_000_000_000.0),
                    0);
        }
    }

    /** The time this thread itself was at work: a busy or sleeping machine is no fault of the text. */
    private long worked() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads.getCurrentThreadCpuTime() - startOfWork
                : Long.MAX_VALUE;
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
