package io.noticepress.preview.watch;

/** The threads of a preview; none of them keeps the program alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    public static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, "noticepress-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
