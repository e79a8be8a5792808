package io.noticepress.preview.watch;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.noticepress.preview.site.FileChanges;
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
public final class FolderWatcher implements AutoCloseable {
    /** How long nothing more must happen before it is told, in milliseconds: an editor saves in several steps. */
    private static final long QUIET_MILLIS = 8;

    /** How long it is waited at most while more keeps happening. */
    private static final long MAX_WAIT_MILLIS = 250;

    /** How often it is looked whether the folders are those that are watched, in milliseconds. */
    private static final long RECHECK_MILLIS = 500;

    private final List<Path> folders;
    private final long pollMillis;
    private final Consumer<FileChanges> listener;
    private final Object lock = new Object();
    private FileChanges pending = FileChanges.NONE;
    private volatile boolean open = true;
    private Thread thread;

    /** {@code poll}: every how many milliseconds all files are looked at instead; 0 to be told by the system. */
    public FolderWatcher(List<Path> folders, long pollMillis, Consumer<FileChanges> listener) {
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        this.pollMillis = pollMillis;
        this.listener = listener;
    }

    public void start() {
        thread = DaemonThreads.start("watch", pollMillis > 0 ? this::pollUntilClosed : this::watchUntilClosed);
        if (pollMillis == 0) {
            DaemonThreads.start("tell", this::notifyUntilClosed);
        }
    }

    private void pollUntilClosed() {
        while (open && sleep(pollMillis)) {
            listener.accept(FileChanges.UNKNOWN);
        }
    }

    private void watchUntilClosed() {
        boolean going = true;
        while (open && going) {
            try {
                watchUntilReplaced();
            } catch (IOException e) { // a folder went away while it was being registered
                going = sleep(RECHECK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                going = false;
            }
            addPending(FileChanges.UNKNOWN);
        }
    }

    /**
     * Watches the folders that are there, until one of them is gone, or is another one under the same name, in which nothing
     * is heard. A folder that was deleted ends its key, even if the next one gets its number from the disk; one that was moved
     * keeps its number, so that the next one has another.
     */
    private void watchUntilReplaced() throws IOException, InterruptedException {
        List<Optional<String>> roots = folderKeys();
        List<Path> there = folders.stream().filter(Files::isDirectory).toList();
        DirectoryWatcher watcher = DirectoryWatcher.builder()
                .paths(there)
                .listener(new FolderListener())
                .fileHashing(false)
                .build();
        try (WatchService deletions = FileSystems.getDefault().newWatchService()) {
            for (Path folder : there) {
                folder.register(deletions, StandardWatchEventKinds.ENTRY_DELETE);
            }
            Future<Void> heard = watcher.watchAsync(loop -> DaemonThreads.start("listen", () -> listen(loop)));
            while (open && !awaitDeletion(deletions) && roots.equals(folderKeys()) && !heard.isDone()) {
                // hasLost() waits
            }
        } finally {
            watcher.close();
        }
    }

    /** Hears what happens from now on, until the watcher is closed; what happened before is looked for. */
    private void listen(Runnable loop) {
        addPending(FileChanges.UNKNOWN);
        loop.run();
    }

    /** Whether one of the folders registered was deleted; waits a moment for it. */
    private static boolean awaitDeletion(WatchService deletions) throws InterruptedException {
        WatchKey key = deletions.poll(RECHECK_MILLIS, TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        return !key.reset();
    }

    /** What the system knows each folder by; empty if it is not there. */
    private List<Optional<String>> folderKeys() {
        return folders.stream().map(FolderWatcher::folderKey).toList();
    }

    private static Optional<String> folderKey(Path folder) {
        try {
            return Optional.of(String.valueOf(
                    Files.readAttributes(folder, BasicFileAttributes.class).fileKey()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A folder that vanishes while its own folders are registered leaves some of them out: then all are watched anew. */
    private final class FolderListener implements DirectoryChangeListener {
        private boolean isComplete = true;

        @Override
        public void onEvent(DirectoryChangeEvent event) {
            onChange(event);
        }

        @Override
        public void onException(Exception e) {
            isComplete = false;
        }

        @Override
        public boolean isWatching() {
            return isComplete;
        }
    }

    private void onChange(DirectoryChangeEvent event) {
        Path path = event.path();
        if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW || path == null) {
            addPending(FileChanges.UNKNOWN);
        } else if (!isEditorTempFile(path)) {
            addPending(new FileChanges(false, Set.of(path)));
        }
    }

    /** What editors leave beside a file while they work; no reading ever looks at it. */
    private static boolean isEditorTempFile(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }

    private void addPending(FileChanges fileChanges) {
        synchronized (lock) {
            pending = pending.plus(fileChanges);
            lock.notifyAll();
        }
    }

    private void notifyUntilClosed() {
        try {
            while (open) {
                listener.accept(awaitChanges());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FileChanges awaitChanges() throws InterruptedException {
        synchronized (lock) {
            while (isNonePending()) {
                lock.wait();
            }
            long end = System.nanoTime() + MAX_WAIT_MILLIS * 1_000_000;
            for (FileChanges before = null; !pending.equals(before) && System.nanoTime() < end; ) {
                before = pending;
                lock.wait(QUIET_MILLIS);
            }
            FileChanges found = pending;
            pending = FileChanges.NONE;
            return found;
        }
    }

    private boolean isNonePending() {
        return !pending.unknown() && pending.paths().isEmpty();
    }

    private static boolean sleep(long millis) {
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
