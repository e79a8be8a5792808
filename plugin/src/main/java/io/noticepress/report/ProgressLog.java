package io.noticepress.report;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Says now and then how far a long piece of work has come. Safe for use by several threads. */
public final class ProgressLog {
    private static final long INTERVAL = 2_000_000_000L;

    private final IntConsumer listener;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong next = new AtomicLong(System.nanoTime() + INTERVAL);

    ProgressLog(IntConsumer listener) {
        this.listener = listener;
    }

    /** One more is done. */
    public void step() {
        int count = done.incrementAndGet();
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL)) {
            listener.accept(count);
        }
    }
}
