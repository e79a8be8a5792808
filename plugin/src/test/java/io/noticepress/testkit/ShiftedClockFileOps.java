package io.noticepress.testkit;

import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.Path;

/**
 * File operations with a clock that can be advanced, so that a test need not wait until files count as unmodified for a
 * while.
 */
public final class ShiftedClockFileOps extends FileOps {
    private long earliest = Long.MIN_VALUE;

    @Override
    public long now(Path folder) throws IOException {
        return Math.max(super.now(folder), earliest);
    }

    /** Sets the clock so that everything written so far counts as unmodified for a while, but nothing written later. */
    public void letSettle(Path folder) throws IOException {
        earliest = Long.MIN_VALUE;
        earliest = awaitTick(folder) + MAX_TICK_MILLIS * 1_000_000;
    }
}
