package io.noticepress.preview;

/** The threads of a preview; none of them keeps the program alive. */
final class DaemonThreads {
    private DaemonThreads() {}

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, "noticepress-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
