package io.noticepress.testkit;

import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.Path;

/** A file system whose clock can be set ahead, so that a test need not wait until files count as left alone for a while. */
public final class ShiftedClockFileOps extends FileOps {
    private long earliest = Long.MIN_VALUE;

    @Override
    public long now(Path folder) throws IOException {
        return Math.max(super.now(folder), earliest);
    }

    /** Lets everything written so far count as left alone for a while, and nothing that is written later. */
    public void letSettle(Path folder) throws IOException {
        earliest = Long.MIN_VALUE;
        earliest = awaitTick(folder) + MAX_TICK_MILLIS * 1_000_000;
    }
}
