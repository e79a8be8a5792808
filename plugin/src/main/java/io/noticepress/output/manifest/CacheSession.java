package io.noticepress.output.manifest;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.store.AppendLog;
import io.noticepress.store.LiveEntries;
import io.noticepress.store.LogIndex;
import io.noticepress.store.PendingEntries;
import io.noticepress.store.TextCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What is known of texts, from the last build and from this one; what nobody asks for is forgotten. Thread-safe. */
public final class CacheSession implements AutoCloseable {
    /**
     * What the next build can find.
     *
     * @param logFile the file it is in, if there is anything
     */
    public record SavedEntries(LiveEntries entries, Optional<AppendLog.LogFileId> logFile) {}

    private static final int FINDINGS = 0;
    private static final int SEARCH_TEXT = 1;

    private final BuildCache cache;
    private final LogIndex previousIndex;
    private PendingEntries pending = new PendingEntries();
    /** Of each piece of the last build, whether it was asked for. */
    private final boolean[] used;

    private Optional<AppendLog> log;

    public CacheSession(BuildCache cache) {
        this.cache = cache;
        this.previousIndex = cache.index();
        this.used = new boolean[previousIndex.size()];
        this.log = cache.log();
    }

    /** The piece of a key, which is then kept. */
    public Optional<byte[]> find(Digest key) throws IOException {
        Optional<AppendLog.LogEntry> now = findPending(key);
        if (now.isPresent()) {
            return log().read(now.get());
        }
        int number = previousIndex.find(key);
        if (number < 0) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = log().read(previousIndex.entry(number));
        if (bytes.isPresent()) {
            used[number] = true;
        }
        return bytes;
    }

    private synchronized Optional<AppendLog.LogEntry> findPending(Digest key) {
        return pending.find(key);
    }

    /** Notes a piece. */
    public synchronized void put(Digest key, byte[] bytes) throws IOException {
        pending.put(key, log().append(bytes));
    }

    /** Forgets the piece of a key. */
    public synchronized void remove(Digest key) {
        pending.remove(key);
        int number = previousIndex.find(key);
        if (number >= 0) {
            used[number] = false;
        }
    }

    /** Whether anything is kept of the text that stands at {@code path} and has these bytes; it may prove to be damaged. */
    public boolean hasFindings(String path, Digest digest) {
        Digest key = digest.derivedKey(path, FINDINGS);
        return findPending(key).isPresent() || previousIndex.find(key) >= 0;
    }

    /** What is known of the text that stood at {@code path} and had these bytes. */
    public Optional<Findings> find(String path, Digest digest) throws IOException {
        Optional<Findings> findings =
                find(digest.derivedKey(path, FINDINGS)).flatMap(bytes -> FindingsCodec.decode(path, bytes));
        if (findings.isPresent()) {
            int slip = previousIndex.find(digest.derivedKey(path, SEARCH_TEXT));
            if (slip >= 0) {
                used[slip] = true; // it is kept as long as they are
            }
        }
        return findings;
    }

    /** The slip of such a text; who keeps the findings keeps it too. */
    public Optional<String> searchText(String path, Digest digest) throws IOException {
        return find(digest.derivedKey(path, SEARCH_TEXT))
                .map(ByteBuffer::wrap)
                .filter(bytes -> TextCodec.parse(bytes).equals(path))
                .map(TextCodec::parse);
    }

    /** Notes what was found in a text, and its slip. */
    public void put(String path, Digest digest, Findings findings, String slip) throws IOException {
        put(digest.derivedKey(path, FINDINGS), FindingsCodec.encode(path, findings));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * slip.length());
        DataOutputStream out = new DataOutputStream(bytes);
        TextCodec.write(out, path);
        TextCodec.write(out, slip);
        put(digest.derivedKey(path, SEARCH_TEXT), bytes.toByteArray());
    }

    /** Where pieces are; a new file, if nothing was kept. */
    private synchronized AppendLog log() throws IOException {
        if (log.isEmpty()) {
            log = Optional.of(cache.createLog(1));
        }
        return log.get();
    }

    /** Whether it says anything else than the last build's. */
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

    /** What is worth keeping, on disk. What is dead goes when it is more than half of the file. */
    public synchronized SavedEntries prepareSave() throws IOException {
        LiveEntries liveEntries = LiveEntries.of(previousIndex, used, pending);
        if (liveEntries.size() == 0) {
            return new SavedEntries(liveEntries, Optional.empty());
        }
        AppendLog here = log();
        if (here.payloadBytes() > 2 * liveEntries.totalBytes()) {
            AppendLog smaller = cache.createLog(here.fileId().number() + 1);
            liveEntries = liveEntries.withOffsets(
                    smaller.copyFrom(here, liveEntries.startOffsets(), liveEntries.endOffsets()));
            here.close();
            log = Optional.of(smaller);
        }
        log().sync();
        return new SavedEntries(liveEntries, Optional.of(log().fileId()));
    }

    /** What was gathered is told of by the tables now; everything else can go, and nothing more is looked up. */
    public synchronized void completeSave(SavedEntries savedEntries) throws IOException {
        if (savedEntries.logFile().isPresent()) {
            log().retain();
        }
        cache.deleteOtherLogs(savedEntries.logFile());
        pending = new PendingEntries();
    }

    @Override
    public synchronized void close() throws IOException {
        if (log.isPresent()) {
            log.get().close();
        }
    }
}
