package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of texts, from the last build and from this one; what nobody asks for is forgotten. Thread-safe. */
final class Notebook implements AutoCloseable {
    private final Disk disk;
    private final Memory last;
    private final Path draftPath;
    private final Map<Digest, Memory.Piece> fresh = new ConcurrentHashMap<>();
    private final Set<Digest> used = ConcurrentHashMap.newKeySet();
    private Optional<MemoryDraft> draft = Optional.empty();

    Notebook(Disk disk, Memory last, Path draftPath) {
        this.disk = disk;
        this.last = last;
        this.draftPath = draftPath;
    }

    /** What is known of the text that stood at {@code path} and had these bytes. */
    Optional<Findings> find(String path, Digest digest) throws IOException {
        Digest key = Digest.of(path, digest.hex());
        Memory.Piece now = fresh.get(key);
        if (now != null) {
            Optional<byte[]> bytes = Memory.bytes(draft().file(), now);
            return bytes.isEmpty() ? Optional.empty() : FindingsForm.read(bytes.get());
        }
        Memory.Piece then = last.findings().get(key);
        Optional<byte[]> bytes = then == null ? Optional.empty() : last.bytes(then);
        Optional<Findings> findings = bytes.isEmpty() ? Optional.empty() : FindingsForm.read(bytes.get());
        if (findings.isPresent()) {
            used.add(key);
        }
        return findings;
    }

    /** Notes what was found in a text. */
    void note(String path, Digest digest, Findings findings) throws IOException {
        fresh.put(Digest.of(path, digest.hex()), draft().add(FindingsForm.write(findings)));
    }

    /** Whether it says anything else than the last build's. */
    boolean isChanged() {
        return !fresh.isEmpty() || used.size() != last.findings().size();
    }

    /** The draft of the new memory, begun when first needed. */
    synchronized MemoryDraft draft() throws IOException {
        if (draft.isEmpty()) {
            draft = Optional.of(new MemoryDraft(disk, draftPath));
        }
        return draft.get();
    }

    /** Where everything worth keeping stands in the draft; what the last build knew is copied there. */
    Map<Digest, Memory.Piece> gather() throws IOException {
        Map<Digest, Memory.Piece> all = new TreeMap<>(fresh);
        for (Digest key : used) {
            if (!all.containsKey(key)) {
                Optional<byte[]> bytes = last.bytes(last.findings().get(key));
                if (bytes.isPresent()) {
                    all.put(key, draft().add(bytes.get()));
                }
            }
        }
        return all;
    }

    @Override
    public synchronized void close() throws IOException {
        last.close();
        if (draft.isPresent()) {
            draft.get().close();
        }
    }
}
