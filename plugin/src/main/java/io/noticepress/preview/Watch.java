package io.noticepress.preview;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.noticepress.build.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells what changes in some folders. What comes in quick succession is told at once; if more happens than the system can
 * say, or a folder comes back, it is told that anything may have changed.
 */
final class Watch implements AutoCloseable {
    /** How long nothing more must happen before it is told, in milliseconds: an editor saves in several steps. */
    private static final long QUIET = 8;

    /** How long it is waited at most while more keeps happening. */
    private static final long PATIENCE = 250;

    /** How often it is looked whether a folder that was gone is back. */
    private static final long RETRY = 500;

    private final List<Path> folders;
    private final long poll;
    private final Consumer<Changes> listener;
    private final Object news = new Object();
    private Changes seen = Changes.NOTHING;
    private volatile boolean open = true;
    private volatile DirectoryWatcher watcher;

    /** {@code poll}: every how many milliseconds all files are looked at instead; 0 to be told by the system. */
    Watch(List<Path> folders, long poll, Consumer<Changes> listener) {
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        this.poll = poll;
        this.listener = listener;
    }

    void start() {
        Threads.start("watch", poll > 0 ? this::poll : this::watch);
        if (poll == 0) {
            Threads.start("tell", this::tell);
        }
    }

    private void poll() {
        while (open && pause(poll)) {
            listener.accept(Changes.ANYTHING);
        }
    }

    private void watch() {
        boolean first = true;
        while (open) {
            List<Path> there = folders.stream().filter(Files::isDirectory).toList();
            try {
                watcher = DirectoryWatcher.builder()
                        .paths(there)
                        .listener(this::happened)
                        .fileHashing(false)
                        .build();
                if (!first) {
                    note(Changes.ANYTHING);
                }
                if (!there.isEmpty()) {
                    watcher.watch();
                }
            } catch (IOException | RuntimeException e) { // a folder went away while it was being registered
                note(Changes.ANYTHING);
            }
            first = false;
            if (!open || !pause(RETRY)) {
                return;
            }
        }
    }

    private void happened(DirectoryChangeEvent event) {
        Path path = event.path();
        if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW || path == null) {
            note(Changes.ANYTHING);
        } else if (!isLitter(path)) {
            note(new Changes(false, Set.of(path)));
        }
    }

    /** What editors leave beside a file while they work; no reading ever looks at it. */
    private static boolean isLitter(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }

    private void note(Changes changes) {
        synchronized (news) {
            seen = seen.and(changes);
            news.notifyAll();
        }
    }

    private void tell() {
        try {
            while (open) {
                listener.accept(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Changes next() throws InterruptedException {
        synchronized (news) {
            while (isNothing()) {
                news.wait();
            }
            long end = System.nanoTime() + PATIENCE * 1_000_000;
            for (Changes before = null; !seen.equals(before) && System.nanoTime() < end; ) {
                before = seen;
                news.wait(QUIET);
            }
            Changes found = seen;
            seen = Changes.NOTHING;
            return found;
        }
    }

    private boolean isNothing() {
        return !seen.anything() && seen.paths().isEmpty();
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        if (watcher != null) {
            watcher.close();
        }
    }
}
