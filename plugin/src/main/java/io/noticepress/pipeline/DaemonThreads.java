package io.noticepress.pipeline;

/** Makes threads that do not keep the program alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** Starts a thread. */
    public static Thread start(String name, Runnable task) {
        Thread thread = create(name, task);
        thread.start();
        return thread;
    }

    /** A thread that has not started yet. */
    static Thread create(String name, Runnable task) {
        Thread thread = new Thread(task, "noticepress-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
