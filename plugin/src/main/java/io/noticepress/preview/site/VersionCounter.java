package io.noticepress.preview.site;

/** Numbers what is new, for those who wait for it. Safe for use by several threads. */
final class VersionCounter {
    private long version;

    /** The number of the last news. */
    synchronized long version() {
        return version;
    }

    /** There is something new. */
    synchronized void increment() {
        version++;
        notifyAll();
    }

    /**
     * Waits until there is something new after a version, at most for some milliseconds.
     *
     * @return the version there is now
     */
    synchronized long await(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; version <= seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return version;
    }
}
