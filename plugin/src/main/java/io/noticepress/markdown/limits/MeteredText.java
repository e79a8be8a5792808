package io.noticepress.markdown.limits;

import io.noticepress.problem.Message;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A text that limits how often its characters are read and for how long.
 *
 * <p>A parser with exponential running time cannot be interrupted, but it has to read its input through this class. Real texts
 * are read about 20 times, pathological ones thousands of times; a count of reads gives the same result on every machine. The
 * clock, checked at every 1,024th read, is the last resort after that count and {@link ParseLimits#check}.
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

    /** Throws {@link TextTooComplex} if the time limit is exceeded. */
    public void checkTime() {
        if (System.nanoTime() - startTime > maxNanos && threadCpuTime() - startCpuTime >= maxNanos * 2 / 3) {
            throw new TextTooComplex(Message.of("排版这篇正文用时太久", "this text takes too long to render"), 0);
        }
    }

    /** CPU time of this thread, so that a busy or suspended machine is not blamed on the text. */
    private static long threadCpuTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & 1023) == 0) {
            if (reads > maxReads) {
                throw new TextTooComplex(Message.of("这里的标记太乱，无法解析", "the markup here is too tangled to parse"), index);
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
