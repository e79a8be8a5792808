package io.noticepress.preview.watch;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.noticepress.pipeline.DaemonThreads;
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
 * Watches folders and reports what changes in them. Changes in quick succession are reported together; if the system loses
 * events, or a folder is replaced, {@link FileChanges#UNKNOWN} is reported.
 */
public final class FolderWatcher implements AutoCloseable {
    /** Changes are reported after a pause of this length: an editor saves a file in several steps. */
    private static final long QUIET_MILLIS = 8;

    /** Changes are reported after this time at the latest, even without a pause. */
    private static final long MAX_WAIT_MILLIS = 250;

    /** How often the watched folders are checked for having been replaced. */
    public static final long RECHECK_MILLIS = 500;

    private final List<Path> folders;
    private final long pollMillis;
    private final long recheckMillis;
    private final Consumer<FileChanges> listener;
    private final Object lock = new Object();
    private FileChanges pending = FileChanges.NONE;
    private volatile boolean open = true;
    private Thread thread;

    /**
     * A watcher.
     *
     * @param pollMillis interval at which everything is reported as possibly changed; 0 to use events of the system instead
     * @param recheckMillis interval at which the folders are checked for having been replaced: {@link #RECHECK_MILLIS}
     */
    public FolderWatcher(List<Path> folders, long pollMillis, long recheckMillis, Consumer<FileChanges> listener) {
        this.folders = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        this.pollMillis = pollMillis;
        this.recheckMillis = recheckMillis;
        this.listener = listener;
    }

    /** Starts to watch. */
    public void start() {
        thread = DaemonThreads.start("watch", pollMillis > 0 ? this::pollUntilClosed : this::watchUntilClosed);
        if (pollMillis == 0) {
            DaemonThreads.start("notify", this::notifyUntilClosed);
        }
    }

    private void pollUntilClosed() {
        while (open && sleep(pollMillis)) {
            listener.accept(FileChanges.UNKNOWN);
        }
    }

    private void watchUntilClosed() {
        boolean running = true;
        while (open && running) {
            try {
                watchUntilReplaced();
            } catch (IOException e) { // a folder went away while it was being registered
                running = sleep(recheckMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
            addPending(FileChanges.UNKNOWN);
        }
    }

    /**
     * Watches the existing folders until one of them is deleted, or replaced by another folder of the same name, of which no
     * events would come. Deletion invalidates the folder's watch key, even if the next folder gets the same inode; a folder that
     * was moved keeps its inode, so that the next one has another.
     */
    private void watchUntilReplaced() throws IOException, InterruptedException {
        List<Optional<String>> roots = folderKeys();
        List<Path> existing = folders.stream().filter(Files::isDirectory).toList();
        DirectoryWatcher watcher = DirectoryWatcher.builder()
                .paths(existing)
                .listener(new FolderListener())
                .fileHashing(false)
                .build();
        try (WatchService deletions = FileSystems.getDefault().newWatchService()) {
            for (Path folder : existing) {
                folder.register(deletions, StandardWatchEventKinds.ENTRY_DELETE);
            }
            Future<Void> watching = watcher.watchAsync(loop -> DaemonThreads.start("listen", () -> listen(loop)));
            while (open && !awaitDeletion(deletions) && roots.equals(folderKeys()) && !watching.isDone()) {
                // awaitDeletion() waits
            }
        } finally {
            watcher.close();
        }
    }

    /** Receives events until the watcher is closed; what changed before they came is reported as unknown. */
    private void listen(Runnable loop) {
        addPending(FileChanges.UNKNOWN);
        loop.run();
    }

    /** Whether one of the folders registered was deleted; waits a moment for it. */
    private boolean awaitDeletion(WatchService deletions) throws InterruptedException {
        WatchKey key = deletions.poll(recheckMillis, TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        return !key.reset();
    }

    /** The inode of each folder, or what the system has instead; empty if the folder does not exist. */
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

    /** If a folder is deleted while its sub-folders are registered, some may be left out: then all are registered again. */
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

    /** Whether it is a temporary file of an editor, which the content never includes. */
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
