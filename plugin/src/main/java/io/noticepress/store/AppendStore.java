package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A key-value store of byte blobs that survives from one run to the next. It is two files:
 *
 * <pre>
 * facts-4f2a.bin         tables, a {@link CheckedFile} that every save replaces:
 *                          the owner's part, as it likes
 *                          number of the log (4), UUID of the log (16)
 *                          count of entries (4), {@link LogIndex}
 * facts-4f2a-1.pieces    {@link AppendLog}: the entries; every save appends what is new
 * </pre>
 *
 * A save takes effect when the draft of the tables is renamed over the old ones; a run that does not get so far leaves both
 * files as they were. Entries that are not used during a run are dropped by its save. When more than half of the log is dead,
 * the live entries are copied to a log with the next number. Damaged tables, or those of another format, make everything void;
 * a damaged entry only itself. Thread-safe.
 */
public final class AppendStore implements AutoCloseable {
    private static final String LOG_SUFFIX = ".pieces";

    /** Reads the owner's part of the tables and says whether the entries are of use. */
    public interface HeadReader {
        boolean read(CheckedFile.Reader in) throws IOException;
    }

    private final FileOps fileOps;
    private final Path path;
    private final CheckedFile tables;
    private LogIndex index = LogIndex.EMPTY;
    /** For each entry of the index, whether it was used in this run. */
    private boolean[] used = new boolean[0];

    private PendingEntries pending = new PendingEntries();
    private Optional<AppendLog> log = Optional.empty();

    /**
     * An empty store, until {@link #load} reads what an earlier run saved.
     *
     * @param path of the tables; its name ends in {@code .bin}
     * @param format what the store is for and the version of its format: {@code build cache 5}
     */
    public AppendStore(FileOps fileOps, Path path, String format) {
        this.fileOps = fileOps;
        this.path = path;
        this.tables = new CheckedFile(path, format);
    }

    /** What became of a saved store. */
    public enum LoadResult {
        LOADED,
        /** The tables are damaged, foreign or of another version. */
        DAMAGED,
        /** The tables are intact, but their log is missing; there are no entries. */
        LOG_MISSING
    }

    /**
     * Reads what an earlier run saved. Only reads, so it may happen while another run saves.
     *
     * @throws java.nio.file.NoSuchFileException if nothing was saved
     */
    public LoadResult load(HeadReader head) throws IOException {
        Optional<CheckedFile.Reader> reader = tables.open();
        if (reader.isEmpty()) {
            return LoadResult.DAMAGED;
        }
        try (CheckedFile.Reader in = reader.get()) {
            boolean useful = head.read(in);
            AppendLog.LogId logId = new AppendLog.LogId(in.readInt(), new UUID(in.readLong(), in.readLong()));
            LogIndex saved = LogIndex.read(in);
            if (useful && saved.size() > 0) {
                log = AppendLog.open(fileOps, logFile(logId.number()), logId);
                if (log.isEmpty()) {
                    return LoadResult.LOG_MISSING;
                }
                index = saved;
                used = new boolean[saved.size()];
            }
        }
        return LoadResult.LOADED;
    }

    /** Whether no saved entry is damaged; reads all of them. */
    public synchronized boolean isIntact() throws IOException {
        return log.isEmpty() || log.get().isIntact(index);
    }

    /** Whether there is an entry with a key; it may turn out to be damaged. */
    public synchronized boolean contains(Digest key) {
        return pending.find(key).isPresent() || index.find(key) >= 0;
    }

    /** Reads an entry without counting it as used; empty if there is none or if it is damaged. */
    public Optional<byte[]> read(Digest key) throws IOException {
        Optional<AppendLog.LogEntry> entry = findEntry(key);
        return entry.isEmpty() ? Optional.empty() : openLog().read(entry.get());
    }

    private synchronized Optional<AppendLog.LogEntry> findEntry(Digest key) {
        Optional<AppendLog.LogEntry> added = pending.find(key);
        if (added.isPresent()) {
            return added;
        }
        int number = index.find(key);
        return number < 0 ? Optional.empty() : Optional.of(index.entry(number));
    }

    /** Reads an entry and keeps it; empty if there is none or if it is damaged. */
    public Optional<byte[]> readAndKeep(Digest key) throws IOException {
        Optional<byte[]> bytes = read(key);
        bytes.ifPresent(found -> keep(key));
        return bytes;
    }

    /** Counts an entry as used, so that the next save does not drop it. */
    public synchronized void keep(Digest key) {
        setUsed(key, true);
    }

    private void setUsed(Digest key, boolean value) {
        int number = index.find(key);
        if (number >= 0) {
            used[number] = value;
        }
    }

    /** Adds an entry, in place of one with the same key. */
    public synchronized void put(Digest key, byte[] bytes) throws IOException {
        pending.put(key, openLog().append(bytes));
    }

    public synchronized void remove(Digest key) {
        pending.remove(key);
        setUsed(key, false);
    }

    /** Whether a save now would change the entries. */
    public synchronized boolean isChanged() {
        if (!pending.isEmpty()) {
            return true;
        }
        for (boolean each : used) {
            if (!each) {
                return true;
            }
        }
        return false;
    }

    /** Saves the entries that were used or added in this run. */
    public void save(CheckedFile.BodyWriter head) throws IOException {
        prepareSave(head);
        tables.moveDraft(fileOps);
        completeSave();
    }

    /**
     * Writes all of a save, which takes effect when the owner renames {@link CheckedFile#draftOf} the tables to the tables.
     *
     * @param head writes the owner's part of the tables
     */
    public synchronized void prepareSave(CheckedFile.BodyWriter head) throws IOException {
        index = LogIndex.merge(index, used, pending);
        used = new boolean[index.size()];
        Arrays.fill(used, true);
        pending = new PendingEntries();
        if (index.size() > 0) {
            compactIfHalfDead();
            openLog().sync();
        }
        tables.writeDraft(fileOps, out -> {
            head.write(out);
            AppendLog.LogId logId = savedLog().map(AppendLog::id).orElse(AppendLog.LogId.NONE);
            out.writeInt(logId.number());
            out.writeLong(logId.uuid().getMostSignificantBits());
            out.writeLong(logId.uuid().getLeastSignificantBits());
            index.write(out);
        });
    }

    private void compactIfHalfDead() throws IOException {
        AppendLog current = openLog();
        if (current.payloadBytes() > 2 * index.totalBytes()) {
            try (AppendLog old = current) {
                index.relocate(createLog(old.id().number() + 1).copyFrom(old, index));
            }
        }
    }

    /** The log that saved tables refer to, if they have entries. */
    private Optional<AppendLog> savedLog() {
        return log.filter(current -> index.size() > 0);
    }

    /** Ends a save whose tables are in place now. */
    public synchronized void completeSave() throws IOException {
        savedLog().ifPresent(AppendLog::retain);
        deleteOtherLogs();
    }

    private synchronized AppendLog openLog() throws IOException {
        return log.isPresent() ? log.get() : createLog(1);
    }

    private AppendLog createLog(int number) throws IOException {
        AppendLog created = AppendLog.create(fileOps, logFile(number), number);
        log = Optional.of(created);
        return created;
    }

    private Path logFile(int number) {
        return path.resolveSibling(logPrefix(path) + number + LOG_SUFFIX);
    }

    private static String logPrefix(Path tables) {
        return tables.getFileName().toString().replace(".bin", "-");
    }

    /** The files of a store: its tables, whether they exist or not, and all logs beside them, the abandoned ones included. */
    public static List<Path> files(Path tables) {
        List<Path> files = new ArrayList<>(List.of(tables));
        String[] names = Objects.requireNonNullElse(tables.getParent().toFile().list(), new String[0]);
        Arrays.sort(names);
        for (String name : names) {
            if (name.startsWith(logPrefix(tables)) && isLog(name)) {
                files.add(tables.resolveSibling(name));
            }
        }
        return files;
    }

    /** Whether a file of this name is the log of a store. */
    public static boolean isLog(String name) {
        return name.endsWith(LOG_SUFFIX);
    }

    /** Deletes the logs that killed runs and compactions left behind. */
    public synchronized void deleteOtherLogs() throws IOException {
        Optional<Path> current = savedLog().map(saved -> logFile(saved.id().number()));
        for (Path file : files(path)) {
            if (!file.equals(path) && !Optional.of(file).equals(current)) {
                fileOps.delete(file);
            }
        }
    }

    /** Closes the files. What was added and not saved is removed from the log. */
    @Override
    public synchronized void close() throws IOException {
        if (log.isPresent()) {
            log.get().close();
        }
    }
}
