package io.noticepress.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The worker threads of a run. Each takes the next item of a list when it has finished one; results have the order of the list,
 * so that nothing depends on the number of threads.
 */
public final class WorkerPool implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    public WorkerPool(int count) {
        this.count = count;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                count, task -> DaemonThreads.create(Integer.toString(number.incrementAndGet()), task));
    }

    /** The results of a function for all items, in their order. */
    <T, R> List<R> mapAll(List<T> items, Function<T, R> function) {
        List<R> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        forEach(
                IntStream.range(0, items.size()).boxed().toList(),
                index -> results.set(index, function.apply(items.get(index))));
        return results;
    }

    /** Runs an action for each item. The first failure stops all workers and is thrown here. */
    public <T> void forEach(List<T> items, Consumer<T> action) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(() -> {
                boolean done = false;
                try {
                    for (int index = next.getAndIncrement();
                            index < items.size() && !stop.get();
                            index = next.getAndIncrement()) {
                        action.accept(items.get(index));
                    }
                    done = true;
                } finally {
                    if (!done) {
                        stop.set(true);
                    }
                }
            }));
        }
        awaitAll(running);
    }

    private static void awaitAll(List<Future<?>> running) {
        ExecutionException failure = null;
        for (Future<?> worker : running) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                failure = failure == null ? e : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (failure != null && failure.getCause() instanceof RuntimeException cause) {
            throw cause;
        }
        if (failure != null && failure.getCause() instanceof Error cause) {
            throw cause;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
