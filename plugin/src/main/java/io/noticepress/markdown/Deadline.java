package io.noticepress.markdown;

import io.noticepress.problem.Message;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A text that may be read only so often and for so long.
 *
 * <p>A parser that runs away cannot be interrupted from outside, but it has to read, and every read passes here. Real
 * texts are read some 20 times over, runaways thousands of times: counting tells them apart in the same way on every
 * machine. The clock, looked at every 1,024th read, is the last resort behind that and behind {@link Limits}.
 */
final class Deadline implements CharSequence {
    private final String text;
    private final char[] chars;
    private final int mostReads;
    private final long nanos;
    private final long start = System.nanoTime();
    private final long startOfWork = work();
    private int reads;

    Deadline(String text, Limits limits) {
        this.text = text;
        this.chars = text.toCharArray();
        this.mostReads = limits.reads() + 100 * text.length();
        this.nanos = 1_000_000L * (limits.millis() + text.length() / 250);
    }

    /** Throws if the time is up. */
    void check() {
        if (System.nanoTime() - start > nanos && work() - startOfWork >= nanos * 2 / 3) {
            throw new TooComplex(Message.of("排版这篇正文用时太久", "this text takes too long to be set"), 0);
        }
    }

    /** The time this thread itself was at work: a busy or sleeping machine is no fault of the text. */
    private static long work() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & 1023) == 0) {
            if (reads > mostReads) {
                throw new TooComplex(
                        Message.of("这里的标记太乱，无法解析", "the marks at this place are too entangled to be parsed"), index);
            }
            check();
        }
        return chars[index];
    }

    @Override
    public int length() {
        return chars.length;
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
