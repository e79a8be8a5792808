package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import io.noticepress.problem.ProblemForm;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of texts, from the last build and from this one; what nobody asks for is forgotten. Thread-safe. */
final class Notebook implements AutoCloseable {
    /**
     * What the next build can find.
     *
     * @param pieces the file it is in, if there is anything
     */
    record Kept(Contents contents, Optional<Pieces.Name> pieces) {
        static final Kept NOTHING = new Kept(Contents.NONE, Optional.empty());
    }

    private static final int FINDINGS = 0;
    private static final int SLIP = 1;

    private final Memory last;
    private final Contents before;
    private final Map<Digest, Pieces.Piece> fresh = new ConcurrentHashMap<>();
    /** Of each piece of the last build, whether it was asked for. */
    private final boolean[] used;

    private Optional<Pieces> pieces;

    Notebook(Memory last) {
        this.last = last;
        this.before = last.contents();
        this.used = new boolean[before.size()];
        this.pieces = last.pieces();
    }

    /** The piece of a key, which is then kept. */
    Optional<byte[]> find(Digest key) throws IOException {
        Pieces.Piece now = fresh.get(key);
        if (now != null) {
            return pieces().bytes(now);
        }
        int number = before.find(key);
        if (number < 0) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = pieces().bytes(before.piece(number));
        if (bytes.isPresent()) {
            used[number] = true;
        }
        return bytes;
    }

    /** Notes a piece. */
    void note(Digest key, byte[] bytes) throws IOException {
        fresh.put(key, pieces().add(bytes));
    }

    /** Forgets the piece of a key. */
    void forget(Digest key) {
        fresh.remove(key);
        int number = before.find(key);
        if (number >= 0) {
            used[number] = false;
        }
    }

    /** Whether anything is kept of the text that stands at {@code path} and has these bytes; it may prove to be damaged. */
    boolean knows(String path, Digest digest) {
        Digest key = digest.key(path, FINDINGS);
        return fresh.containsKey(key) || before.find(key) >= 0;
    }

    /** What is known of the text that stood at {@code path} and had these bytes. */
    Optional<Findings> find(String path, Digest digest) throws IOException {
        Optional<Findings> findings = find(digest.key(path, FINDINGS)).flatMap(bytes -> FindingsForm.read(path, bytes));
        if (findings.isPresent()) {
            int slip = before.find(digest.key(path, SLIP));
            if (slip >= 0) {
                used[slip] = true; // it is kept as long as they are
            }
        }
        return findings;
    }

    /** The slip of such a text; who keeps the findings keeps it too. */
    Optional<String> slip(String path, Digest digest) throws IOException {
        return find(digest.key(path, SLIP))
                .map(ByteBuffer::wrap)
                .filter(bytes -> ProblemForm.text(bytes).equals(path))
                .map(ProblemForm::text);
    }

    /** Notes what was found in a text, and its slip. */
    void note(String path, Digest digest, Findings findings, String slip) throws IOException {
        note(digest.key(path, FINDINGS), FindingsForm.write(path, findings));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * slip.length());
        DataOutputStream out = new DataOutputStream(bytes);
        ProblemForm.text(out, path);
        ProblemForm.text(out, slip);
        note(digest.key(path, SLIP), bytes.toByteArray());
    }

    /** Where pieces are; a new file, if nothing was kept. */
    private synchronized Pieces pieces() throws IOException {
        if (pieces.isEmpty()) {
            pieces = Optional.of(last.begin(1));
        }
        return pieces.get();
    }

    /** Whether it says anything else than the last build's. */
    boolean isChanged() {
        if (!fresh.isEmpty()) {
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
    Kept gather() throws IOException {
        SortedMap<Digest, Pieces.Piece> added = new TreeMap<>(fresh);
        List<Integer> numbers = new ArrayList<>(used.length);
        List<Pieces.Piece> all = new ArrayList<>(used.length + added.size());
        for (int i = 0; i < used.length; i++) {
            if (used[i] && !added.containsKey(before.key(i))) {
                numbers.add(i);
                all.add(before.piece(i));
            }
        }
        all.addAll(added.values());
        if (all.isEmpty()) {
            return Kept.NOTHING;
        }
        long live = all.stream().mapToLong(Pieces.Piece::length).sum();
        Pieces here = pieces();
        if (here.size() > 2 * live) {
            Pieces smaller = last.begin(here.name().number() + 1);
            all = smaller.copy(here, all);
            here.close();
            pieces = Optional.of(smaller);
            Iterator<Pieces.Piece> moved = all.listIterator(numbers.size());
            added.replaceAll((key, piece) -> moved.next());
        }
        pieces().sync();
        return new Kept(
                Contents.of(before, numbers, all.subList(0, numbers.size()), added), Optional.of(pieces().name()));
    }

    /** What was gathered is told of by the tables now; everything else can go. */
    void settle(Kept kept) throws IOException {
        if (kept.pieces().isPresent()) {
            pieces().keep();
        }
        last.sweep(kept.pieces());
    }

    @Override
    public synchronized void close() throws IOException {
        if (pieces.isPresent()) {
            pieces.get().close();
        }
    }
}
