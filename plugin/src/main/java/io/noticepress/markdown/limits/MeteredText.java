package io.noticepress.markdown.limits;

import io.noticepress.problem.Message;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A text that may be read only so often and for so long.
 *
 * <p>A parser that runs away cannot be interrupted from outside, but it has to read, and every read passes here. Real
 * texts are read some 20 times over, runaways thousands of times: counting tells them apart in the same way on every
 * machine. The clock, looked at every 1,024th read, is the last resort behind that and behind {@link ParseLimits}.
 */
public final class MeteredText implements CharSequence {
    private final String text;
    private final char[] chars;
    private final int maxReads;
    private final long maxNanos;
    private final long startTime = System.nanoTime();
    private final long startCpuTime = threadCpuTime();
    private int reads;

    public MeteredText(String text, ParseLimits parseLimits) {
        this.text = text;
        this.chars = text.toCharArray();
        this.maxReads = parseLimits.maxReads() + 100 * text.length();
        this.maxNanos = 1_000_000L * (parseLimits.maxMillis() + text.length() / 250);
    }

    /** Throws if the time is up. */
    public void checkTime() {
        if (System.nanoTime() - startTime > maxNanos && threadCpuTime() - startCpuTime >= maxNanos * 2 / 3) {
            throw new TextTooComplex(Message.of("排版这篇正文用时太久", "this text takes too long to be set"), 0);
        }
    }

    /** The time this thread itself was at work: a busy or sleeping machine is no fault of the text. */
    private static long threadCpuTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & 1023) == 0) {
            if (reads > maxReads) {
                throw new TextTooComplex(
                        Message.of("这里的标记太乱，无法解析", "the marks at this place are too entangled to be parsed"), index);
            }
            checkTime();
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
