package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The piece of a key, which is then kept. */
    Optional<byte[]> find(Digest key) throws IOException {
        Optional<byte[]> bytes = bytes(key);
        if (bytes.isPresent() && !fresh.containsKey(key)) {
            used.add(key);
        }
        return bytes;
    }

    /** Notes a piece. */
    void note(Digest key, byte[] bytes) throws IOException {
        fresh.put(key, draft().add(bytes));
    }

    /** What is known of the text that stood at {@code path} and had these bytes. */
    Optional<Findings> find(String path, Digest digest) throws IOException {
        Digest key = Digest.of(path, digest.hex());
        Optional<byte[]> bytes = bytes(key);
        Optional<Findings> findings = bytes.isEmpty() ? Optional.empty() : FindingsForm.read(bytes.get());
        Digest slip = slipKey(path, digest);
        if (findings.isPresent() && !fresh.containsKey(key)) {
            used.add(key);
            if (last.findings().containsKey(slip)) {
                used.add(slip);
            }
        }
        return findings;
    }

    /** The slip of such a text; who keeps the findings keeps it too. */
    Optional<String> slip(String path, Digest digest) throws IOException {
        return bytes(slipKey(path, digest)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Notes what was found in a text, and its slip. */
    void note(String path, Digest digest, Findings findings, String slip) throws IOException {
        note(Digest.of(path, digest.hex()), FindingsForm.write(findings));
        note(slipKey(path, digest), slip.getBytes(StandardCharsets.UTF_8));
    }

    private static Digest slipKey(String path, Digest digest) {
        return Digest.of(path, digest.hex(), "slip");
    }

    private Optional<byte[]> bytes(Digest key) throws IOException {
        Memory.Piece now = fresh.get(key);
        if (now != null) {
            return Memory.bytes(draft().file(), now);
        }
        Memory.Piece then = last.findings().get(key);
        return then == null ? Optional.empty() : Memory.bytes(last.file(), then);
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
        Map<Digest, Memory.Piece> all = new LinkedHashMap<>(fresh);
        List<Map.Entry<Digest, Memory.Piece>> kept = new ArrayList<>(used.size());
        for (Digest key : used) {
            if (!fresh.containsKey(key)) {
                kept.add(Map.entry(key, last.findings().get(key)));
            }
        }
        kept.sort(Comparator.comparingLong(piece -> piece.getValue().offset()));
        for (int from = 0, to; from < kept.size(); from = to) {
            long begin = kept.get(from).getValue().offset();
            long end = begin;
            for (to = from; to < kept.size() && kept.get(to).getValue().offset() == end; to++) {
                end += kept.get(to).getValue().length();
            }
            // Most texts did not change, so nearly everything is copied in a few long stretches.
            long shift = draft().add(last.file(), begin, end - begin) - begin;
            for (Map.Entry<Digest, Memory.Piece> each : kept.subList(from, to)) {
                Memory.Piece piece = each.getValue();
                all.put(each.getKey(), new Memory.Piece(piece.offset() + shift, piece.length(), piece.crc()));
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
