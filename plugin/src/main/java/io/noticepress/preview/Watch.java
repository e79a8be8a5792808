package io.noticepress.preview;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.noticepress.build.FileChanges;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    private final Consumer<FileChanges> listener;
    private final Object news = new Object();
    private FileChanges seen = FileChanges.NONE;
    private volatile boolean open = true;
    private Thread thread;

    /** {@code poll}: every how many milliseconds all files are looked at instead; 0 to be told by the system. */
    Watch(List<Path> folders, long poll, Consumer<FileChanges> listener) {
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        this.poll = poll;
        this.listener = listener;
    }

    void start() {
        thread = Threads.start("watch", poll > 0 ? this::poll : this::watch);
        if (poll == 0) {
            Threads.start("tell", this::tell);
        }
    }

    private void poll() {
        while (open && pause(poll)) {
            listener.accept(FileChanges.UNKNOWN);
        }
    }

    private void watch() {
        boolean going = true;
        while (open && going) {
            try {
                watchUntilReplaced();
            } catch (IOException e) { // a folder went away while it was being registered
                going = pause(RETRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                going = false;
            }
            note(FileChanges.UNKNOWN);
        }
    }

    /**
     * Watches the folders that are there, until one of them is gone, or is another one under the same name, in which nothing
     * is heard. A folder that was deleted ends its key, even if the next one gets its number from the disk; one that was moved
     * keeps its number, so that the next one has another.
     */
    private void watchUntilReplaced() throws IOException, InterruptedException {
        List<Optional<String>> roots = identities();
        List<Path> there = folders.stream().filter(Files::isDirectory).toList();
        DirectoryWatcher watcher = DirectoryWatcher.builder()
                .paths(there)
                .listener(new Listener())
                .fileHashing(false)
                .build();
        try (WatchService deletions = FileSystems.getDefault().newWatchService()) {
            for (Path folder : there) {
                folder.register(deletions, StandardWatchEventKinds.ENTRY_DELETE);
            }
            Future<Void> heard = watcher.watchAsync(loop -> Threads.start("listen", () -> listen(loop)));
            while (open && !hasLost(deletions) && roots.equals(identities()) && !heard.isDone()) {
                // hasLost() waits
            }
        } finally {
            watcher.close();
        }
    }

    /** Hears what happens from now on, until the watcher is closed; what happened before is looked for. */
    private void listen(Runnable loop) {
        note(FileChanges.UNKNOWN);
        loop.run();
    }

    /** Whether one of the folders registered was deleted; waits a moment for it. */
    private static boolean hasLost(WatchService deletions) throws InterruptedException {
        WatchKey key = deletions.poll(RETRY, TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        return !key.reset();
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

    /** A folder that vanishes while its own folders are registered leaves some of them out: then all are watched anew. */
    private final class Listener implements DirectoryChangeListener {
        private boolean complete = true;

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            happened(event);
        }

        @Override
        public void onException(Exception e) {
            complete = false;
        }

        @Override
        public boolean isWatching() {
            return complete;
        }
    }

    private void happened(DirectoryChangeEvent event) {
        Path path = event.path();
        if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW || path == null) {
            note(FileChanges.UNKNOWN);
        } else if (!isLitter(path)) {
            note(new FileChanges(false, Set.of(path)));
        }
    }

    /** What editors leave beside a file while they work; no reading ever looks at it. */
    private static boolean isLitter(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }

    private void note(FileChanges fileChanges) {
        synchronized (news) {
            seen = seen.plus(fileChanges);
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

    private FileChanges next() throws InterruptedException {
        synchronized (news) {
            while (isNothing()) {
                news.wait();
            }
            long end = System.nanoTime() + PATIENCE * 1_000_000;
            for (FileChanges before = null; !seen.equals(before) && System.nanoTime() < end; ) {
                before = seen;
                news.wait(QUIET);
            }
            FileChanges found = seen;
            seen = FileChanges.NONE;
            return found;
        }
    }

    private boolean isNothing() {
        return !seen.unknown() && seen.paths().isEmpty();
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
    public void close() {
        open = false;
        thread.interrupt();
    }
}
