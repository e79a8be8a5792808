package io.noticepress.preview.site;

/** A version number that threads can wait on. */
final class VersionCounter {
    private long version;

    /** The present version. */
    synchronized long version() {
        return version;
    }

    /** Makes the next version, and wakes the threads that wait for it. */
    synchronized void increment() {
        version++;
        notifyAll();
    }

    /**
     * Waits for a version later than {@code seen}, at most for some milliseconds.
     *
     * @return the present version
     */
    synchronized long await(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; version <= seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return version;
    }
}
