package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What is known of texts, from the last build and from this one; what nobody asks for is forgotten. Thread-safe. */
final class Notebook implements AutoCloseable {
    /**
     * What the next build can find.
     *
     * @param pieces the file it is in, if there is anything
     */
    record Kept(Selection contents, Optional<Pieces.Name> pieces) {}

    private static final int FINDINGS = 0;
    private static final int SLIP = 1;

    private final Memory last;
    private final Contents before;
    private Additions fresh = new Additions();
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
        Optional<Pieces.Piece> now = fresh(key);
        if (now.isPresent()) {
            return pieces().bytes(now.get());
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

    private synchronized Optional<Pieces.Piece> fresh(Digest key) {
        return fresh.find(key);
    }

    /** Notes a piece. */
    synchronized void note(Digest key, byte[] bytes) throws IOException {
        fresh.put(key, pieces().add(bytes));
    }

    /** Forgets the piece of a key. */
    synchronized void forget(Digest key) {
        fresh.forget(key);
        int number = before.find(key);
        if (number >= 0) {
            used[number] = false;
        }
    }

    /** Whether anything is kept of the text that stands at {@code path} and has these bytes; it may prove to be damaged. */
    boolean knows(String path, Digest digest) {
        Digest key = digest.derivedKey(path, FINDINGS);
        return fresh(key).isPresent() || before.find(key) >= 0;
    }

    /** What is known of the text that stood at {@code path} and had these bytes. */
    Optional<Findings> find(String path, Digest digest) throws IOException {
        Optional<Findings> findings =
                find(digest.derivedKey(path, FINDINGS)).flatMap(bytes -> FindingsForm.read(path, bytes));
        if (findings.isPresent()) {
            int slip = before.find(digest.derivedKey(path, SLIP));
            if (slip >= 0) {
                used[slip] = true; // it is kept as long as they are
            }
        }
        return findings;
    }

    /** The slip of such a text; who keeps the findings keeps it too. */
    Optional<String> slip(String path, Digest digest) throws IOException {
        return find(digest.derivedKey(path, SLIP))
                .map(ByteBuffer::wrap)
                .filter(bytes -> TextCodec.parse(bytes).equals(path))
                .map(TextCodec::parse);
    }

    /** Notes what was found in a text, and its slip. */
    void note(String path, Digest digest, Findings findings, String slip) throws IOException {
        note(digest.derivedKey(path, FINDINGS), FindingsForm.write(path, findings));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * slip.length());
        DataOutputStream out = new DataOutputStream(bytes);
        TextCodec.write(out, path);
        TextCodec.write(out, slip);
        note(digest.derivedKey(path, SLIP), bytes.toByteArray());
    }

    /** Where pieces are; a new file, if nothing was kept. */
    private synchronized Pieces pieces() throws IOException {
        if (pieces.isEmpty()) {
            pieces = Optional.of(last.begin(1));
        }
        return pieces.get();
    }

    /** Whether it says anything else than the last build's. */
    synchronized boolean isChanged() {
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
    synchronized Kept gather() throws IOException {
        Selection selection = Selection.of(before, used, fresh);
        if (selection.size() == 0) {
            return new Kept(selection, Optional.empty());
        }
        Pieces here = pieces();
        if (here.size() > 2 * selection.bytes()) {
            Pieces smaller = last.begin(here.name().number() + 1);
            selection = selection.moved(smaller.copy(here, selection.starts(), selection.ends()));
            here.close();
            pieces = Optional.of(smaller);
        }
        pieces().sync();
        return new Kept(selection, Optional.of(pieces().name()));
    }

    /** What was gathered is told of by the tables now; everything else can go, and nothing more is looked up. */
    synchronized void settle(Kept kept) throws IOException {
        if (kept.pieces().isPresent()) {
            pieces().keep();
        }
        last.sweep(kept.pieces());
        fresh = new Additions();
    }

    @Override
    public synchronized void close() throws IOException {
        if (pieces.isPresent()) {
            pieces.get().close();
        }
    }
}
