package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCache;
import io.noticepress.output.manifest.BuildCacheWriter;
import io.noticepress.output.manifest.CacheSession;
import io.noticepress.output.transaction.IoProblems;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.Message;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.AppendLog;
import io.noticepress.store.FileOps;
import io.noticepress.store.FileStamp;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the last build knew of the editors' files, in a file of the work folder: a {@link BuildCache} that speaks of no page. It
 * may be read while another build goes on; it is written while this one holds the output. Thread-safe.
 */
public final class FactsStore implements AutoCloseable {
    private final OutputPaths paths;
    private final Digest generator;
    private final Path file;
    /** The stamp of the file when it was read. */
    private final Optional<FileStamp> stamp;

    private final BuildCache cache;
    private final CacheSession session;

    private FactsStore(OutputPaths paths, Digest generator) throws IOException {
        this.paths = paths;
        this.generator = generator;
        this.file = paths.siblingCacheFile("facts");
        this.stamp = FileStamp.ofFile(file);
        this.cache = BuildCache.read(paths.disk(), file, paths.outputFromWork(), generator);
        this.session = new CacheSession(cache);
    }

    /**
     * The facts kept for an output; none if its folders may not be used, which whoever comes to write there will say.
     *
     * @param generator facts kept by any other are void
     */
    public static Optional<FactsStore> open(Path output, Path work, Digest generator, ProtectedDirs protectedDirs) {
        try {
            return Optional.of(new FactsStore(OutputPaths.of(new FileOps(), output, work, protectedDirs), generator));
        } catch (RunFailed | IOException e) {
            return Optional.empty();
        }
    }

    /** Why there is less in it than the last build put there; for the log. */
    public Optional<Message> lossReason() {
        return cache.lossReason();
    }

    /** What was kept under a key; it stays, unless something else is kept under it. */
    public Optional<byte[]> find(Digest key) {
        try {
            return session.find(key);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Keeps something under a key; it must be the latest. */
    public void put(Digest key, byte[] bytes) {
        try {
            session.put(key, bytes);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Whether no other build has put its own in place since this one was opened. */
    public boolean isLatest() {
        return FileStamp.ofFile(file).equals(stamp);
    }

    /** Keeps nothing under a key any more. */
    public void remove(Digest key) {
        session.remove(key);
    }

    /** What is still, as long as this is what was left with it. */
    public UnchangedDirs ifStoreUnchanged(UnchangedDirs unchangedDirs) {
        return unchangedDirs.ifUnchanged(AppendLog.withLogFiles(file));
    }

    /** Puts what was found and kept in the place of what the last build knew, if that is anything else. */
    public void save() {
        try {
            if (session.isChanged() || cache.lossReason().isPresent()) {
                FileOps fileOps = paths.disk();
                Path draft = file.resolveSibling(file.getFileName() + ".new");
                CacheSession.SavedEntries savedEntries = session.prepareSave();
                BuildCacheWriter.write(
                        fileOps, draft, paths.outputFromWork(), generator, "", Optional.empty(), savedEntries);
                fileOps.move(draft, file);
                session.completeSave(savedEntries);
            }
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException e) {
            // What is known was used or saved before.
        }
    }
}
