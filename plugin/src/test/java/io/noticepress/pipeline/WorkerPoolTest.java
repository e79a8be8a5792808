package io.noticepress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerPoolTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void resultsComeInTheOrderOfTheList(int count) {
        try (WorkerPool workerPool = new WorkerPool(count)) {
            assertThat(workerPool.mapAll(NUMBERS, number -> "n" + number))
                    .isEqualTo(NUMBERS.stream().map(number -> "n" + number).toList());
            assertThat(workerPool.mapAll(List.of(), Object::toString)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void everythingIsDoneOnce(int count) {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        try (WorkerPool workerPool = new WorkerPool(count)) {
            workerPool.forEach(NUMBERS, number -> {
                seen.add(number);
                done.incrementAndGet();
            });
        }
        assertThat(seen).hasSize(500);
        assertThat(done).hasValue(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aFailureStopsAllAndIsThrownHere(int count) {
        AtomicInteger done = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("x");
        try (WorkerPool workerPool = new WorkerPool(count)) {
            assertThatThrownBy(() -> workerPool.forEach(
                            IntStream.range(0, 1_000_000).boxed().toList(), number -> {
                                done.incrementAndGet();
                                if (number == 3) {
                                    throw failure;
                                }
                            }))
                    .isSameAs(failure);
            assertThat(done.get()).isLessThan(1_000_000);
            assertThat(workerPool.mapAll(List.of(1), number -> number)).containsExactly(1);
        }
    }

    @Test
    void errorsAreNotHidden() {
        try (WorkerPool workerPool = new WorkerPool(2)) {
            assertThatThrownBy(() -> workerPool.forEach(List.of(1), number -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void tasksRunConcurrently() {
        CountDownLatch both = new CountDownLatch(2);
        try (WorkerPool workerPool = new WorkerPool(2)) {
            workerPool.forEach(List.of(1, 2), number -> {
                both.countDown();
                await(both);
            });
        }
        assertThat(both.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
