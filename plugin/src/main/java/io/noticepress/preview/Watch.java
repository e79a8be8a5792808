package io.noticepress.preview;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.noticepress.build.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
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

    /** How often it is looked whether the folders are those that are watched, in milliseconds. */
    private static final long RETRY = 500;

    private final List<Path> folders;
    private final long poll;
    private final Consumer<Changes> listener;
    private final Object news = new Object();
    private Changes seen = Changes.NOTHING;
    private volatile boolean open = true;
    private volatile DirectoryWatcher watcher;
    private volatile List<Optional<String>> roots = List.of();

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
            Threads.start("guard", this::guard);
        }
    }

    private void poll() {
        while (open && pause(poll)) {
            listener.accept(Changes.ANYTHING);
        }
    }

    private void watch() {
        while (open) {
            roots = identities();
            List<Path> there = folders.stream().filter(Files::isDirectory).toList();
            try {
                if (there.isEmpty()) {
                    note(Changes.ANYTHING);
                } else {
                    watcher = DirectoryWatcher.builder()
                            .paths(there)
                            .listener(this::happened)
                            .fileHashing(false)
                            .build();
                    watcher.watchAsync(this::listen);
                    watcher.close(); // also of one whose folders could not all be registered
                }
            } catch (IOException e) { // a folder went away while it was being registered
                note(Changes.ANYTHING);
            }
            if (!open || !pause(RETRY)) {
                return;
            }
        }
    }

    /** Hears what happens from now on, until the watcher is closed; what happened before is looked for. */
    private void listen(Runnable loop) {
        note(Changes.ANYTHING);
        loop.run();
    }

    /** A folder that went away, or is another one under the same name, is not told of any longer: all are watched anew. */
    private void guard() {
        while (open && pause(RETRY)) {
            DirectoryWatcher current = watcher;
            if (current != null && !roots.equals(identities())) {
                try {
                    current.close();
                } catch (IOException e) {
                    note(Changes.ANYTHING);
                }
            }
        }
    }

    /** What the system knows each folder by; empty if it is not there. */
    private List<Optional<String>> identities() {
        return folders.stream().map(Watch::identity).toList();
    }

    private static Optional<String> identity(Path folder) {
        try {
            return Optional.of(String.valueOf(
                    Files.readAttributes(folder, BasicFileAttributes.class).fileKey()));
        } catch (IOException e) {
            return Optional.empty();
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
