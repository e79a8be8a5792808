package io.noticepress.report;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Reports the number of finished steps, every two seconds at most. Safe for use by several threads. */
public final class ProgressLog {
    private static final long INTERVAL_NANOS = 2_000_000_000L;

    private final IntConsumer listener;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong next = new AtomicLong(System.nanoTime() + INTERVAL_NANOS);

    ProgressLog(IntConsumer listener) {
        this.listener = listener;
    }

    /** Counts a finished step. */
    public void step() {
        int count = done.incrementAndGet();
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL_NANOS)) {
            listener.accept(count);
        }
    }
}
