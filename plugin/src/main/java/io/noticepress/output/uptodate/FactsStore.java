package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCache;
import io.noticepress.output.transaction.IoProblems;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.Message;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.AppendStore;
import io.noticepress.store.FileOps;
import io.noticepress.store.FileStamp;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Facts of notices that the last build read from the editors' files, encoded by their owner: a {@link BuildCache} without site
 * files. It may be read while another build runs; it is saved while this build holds the lock of the output. Thread-safe.
 */
public final class FactsStore implements AutoCloseable {
    private final OutputPaths paths;
    private final Path file;
    /** The stamp of the file when it was read. */
    private final Optional<FileStamp> stamp;

    private final BuildCache cache;

    private FactsStore(OutputPaths paths, Digest generator) throws IOException {
        this.paths = paths;
        this.file = paths.siblingCacheFile("facts");
        this.stamp = FileStamp.ofFile(file);
        this.cache = BuildCache.open(paths.disk(), file, paths.outputFromWork(), generator);
    }

    /**
     * Opens the facts saved for an output; empty if its folders must not be used, which is reported when they are written to.
     *
     * @param generator facts saved by any other are void
     */
    public static Optional<FactsStore> open(Path output, Path work, Digest generator, ProtectedDirs protectedDirs) {
        try {
            return Optional.of(new FactsStore(OutputPaths.of(new FileOps(), output, work, protectedDirs), generator));
        } catch (RunFailed | IOException e) {
            return Optional.empty();
        }
    }

    /** Why the store holds less than the last build saved; for the log. */
    public Optional<Message> lossReason() {
        return cache.lossReason();
    }

    /** Reads an entry, which is kept unless it is replaced or removed. */
    public Optional<byte[]> find(Digest key) {
        try {
            return cache.store().readAndKeep(key);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Adds or replaces an entry; only while the store {@linkplain #isLatest is the latest}. */
    public void put(Digest key, byte[] bytes) {
        try {
            cache.store().put(key, bytes);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Whether no other build has saved facts since this store was opened. */
    public boolean isLatest() {
        return FileStamp.ofFile(file).equals(stamp);
    }

    public void remove(Digest key) {
        cache.store().remove(key);
    }

    /** The unchanged directories, if the files of this store are still those that were saved with them. */
    public UnchangedDirs ifStoreUnchanged(UnchangedDirs unchangedDirs) {
        return unchangedDirs.ifUnchanged(AppendStore.files(file));
    }

    /** Saves the entries that were read or added in this build, if that changes anything. */
    public void save() {
        try {
            if (cache.store().isChanged() || cache.lossReason().isPresent()) {
                cache.save();
            }
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    @Override
    public void close() {
        try {
            cache.close();
        } catch (IOException e) {
            // Everything was used or saved before.
        }
    }
}
