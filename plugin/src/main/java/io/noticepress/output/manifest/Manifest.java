package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.DigestTable;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileStamp;
import io.noticepress.store.SortedSearch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * The files of the site that earlier builds wrote, one row per file in the order of paths: input digests, content, and what is
 * on disk today. A site has hundreds of thousands of files, so rows are held exactly as a {@link BuildCache} stores them: about
 * 120 bytes per file, half of them its path, and no object.
 *
 * <pre>
 * count of rows (4), rows:
 *     end of its path in the paths (4), numbers of its three input digests (4 each; -1 if unknown),
 *     SHA-256 (32), {@link DoubleCrc} (8) and size in bytes (8) of its content, last modification in ns since 1970 (8)
 * length of the paths (4), the paths in UTF-8, one after the other
 * count of input digests (4), input digests (32 each), shared by all rows
 * </pre>
 *
 * Any thread may read; a row may be changed by one thread at a time.
 */
public final class Manifest implements FileTable {
    /** No files. */
    static final Manifest EMPTY = new Manifest(ByteBuffer.allocate(0), new byte[0], ByteBuffer.allocate(0));

    private static final int RECORD_BYTES = 4 * Integer.BYTES + Digest.BYTES + 3 * Long.BYTES;
    private static final int UNKNOWN_INPUT = -1;

    private static final int INPUTS = Integer.BYTES;
    private static final int CONTENT_DIGEST = INPUTS + 3 * Integer.BYTES;
    private static final int CRC = CONTENT_DIGEST + Digest.BYTES;
    private static final int SIZE = CRC + Long.BYTES;
    private static final int TIME = SIZE + Long.BYTES;

    private static final byte ABSENT = 0;
    private static final byte SAME = 1;
    private static final byte TOUCHED = 2;
    private static final byte ALTERED = 3;

    private final ByteBuffer records;
    private final byte[] paths;
    private final ByteBuffer inputDigests;
    /** For each row, what is on disk. */
    private final byte[] states;

    private volatile boolean timesUpdated;

    private Manifest(ByteBuffer records, byte[] paths, ByteBuffer inputDigests) {
        this.records = records;
        this.paths = paths;
        this.inputDigests = inputDigests;
        this.states = new byte[records.limit() / RECORD_BYTES];
    }

    /** Reads the files of an earlier build; none of them counts as present on disk yet. */
    static Manifest read(CheckedFile.Reader in) throws IOException {
        ByteBuffer records = in.readBlock(in.readInt() * RECORD_BYTES);
        ByteBuffer paths = in.readBlock(in.readInt());
        ByteBuffer inputDigests = in.readBlock(in.readInt() * Digest.BYTES);
        return new Manifest(records, paths.array(), inputDigests);
    }

    /** Writes files, to be read by {@link #read}. */
    static void write(CheckedFile.Writer out, FileTable site) throws IOException {
        DigestTable inputDigests = new DigestTable();
        out.writeInt(site.size());
        int end = 0;
        for (int i = 0; i < site.size(); i++) {
            InputDigests inputs = site.inputs(i);
            end += site.path(i).getBytes(StandardCharsets.UTF_8).length;
            out.writeInt(end);
            out.writeInt(inputDigests.numberOf(inputs.environment()));
            out.writeInt(inputDigests.numberOf(inputs.sources()));
            out.writeInt(inputDigests.numberOf(inputs.references()));
            out.writeDigest(site.contentDigest(i));
            out.writeLong(site.crc(i));
            out.writeLong(site.size(i));
            out.writeLong(site.modifiedNanos(i));
        }
        out.writeInt(end);
        for (int i = 0; i < site.size(); i++) {
            out.write(site.path(i).getBytes(StandardCharsets.UTF_8));
        }
        out.writeInt(inputDigests.size());
        for (int i = 0; i < inputDigests.size(); i++) {
            out.writeDigest(inputDigests.get(i));
        }
    }

    /** A file on disk that proved to be ours although no cache knows its inputs. */
    public record AdoptedFile(Digest contentDigest, long crc, long size, long modifiedNanos) {}

    /** The same files and others, which are present on disk. */
    public Manifest withAdopted(SortedMap<String, AdoptedFile> others) {
        int size = size() + others.size();
        ByteBuffer all = ByteBuffer.allocate(size * RECORD_BYTES);
        int length = paths.length;
        for (String path : others.keySet()) {
            length += path.getBytes(StandardCharsets.UTF_8).length;
        }
        ByteBuffer names = ByteBuffer.allocate(length);
        byte[] seen = new byte[size];
        int row = 0;
        for (Map.Entry<String, AdoptedFile> other : others.entrySet()) {
            byte[] path = other.getKey().getBytes(StandardCharsets.UTF_8);
            for (; row < size() && compare(row, path) < 0; row++) {
                copy(row, all, names, seen);
            }
            seen[all.position() / RECORD_BYTES] = SAME;
            names.put(path);
            all.putInt(names.position())
                    .putInt(UNKNOWN_INPUT)
                    .putInt(UNKNOWN_INPUT)
                    .putInt(UNKNOWN_INPUT);
            AdoptedFile file = other.getValue();
            file.contentDigest().write(all);
            all.putLong(file.crc()).putLong(file.size()).putLong(file.modifiedNanos());
        }
        for (; row < size(); row++) {
            copy(row, all, names, seen);
        }
        Manifest both = new Manifest(all.flip(), names.array(), inputDigests);
        System.arraycopy(seen, 0, both.states, 0, size);
        both.timesUpdated = timesUpdated;
        return both;
    }

    private void copy(int row, ByteBuffer all, ByteBuffer names, byte[] seen) {
        seen[all.position() / RECORD_BYTES] = states[row];
        names.put(paths, start(row), end(row) - start(row));
        all.putInt(names.position());
        all.put(records.array(), records.arrayOffset() + row * RECORD_BYTES + INPUTS, RECORD_BYTES - INPUTS);
    }

    @Override
    public int size() {
        return states.length;
    }

    /** The row of a path; negative if there is none. */
    public int find(String path) {
        return find(path.getBytes(StandardCharsets.UTF_8));
    }

    private int find(byte[] path) {
        return SortedSearch.find(size(), row -> compare(row, path));
    }

    /** Finds paths that are looked up more or less in order without a search. For one thread. */
    public final class ManifestCursor {
        private int next;

        public int find(String path) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            int row = next < size() && compare(next, bytes) == 0 ? next : Manifest.this.find(bytes);
            next = row < 0 ? next : row + 1;
            return row;
        }
    }

    /** UTF-8 bytes sort as their code points do, which is {@link SitePaths#CODE_POINT_ORDER}. */
    private int compare(int row, byte[] path) {
        return Arrays.compareUnsigned(paths, start(row), end(row), path, 0, path.length);
    }

    private int start(int row) {
        return row == 0 ? 0 : end(row - 1);
    }

    private int end(int row) {
        return records.getInt(row * RECORD_BYTES);
    }

    @Override
    public String path(int row) {
        return new String(paths, start(row), end(row) - start(row), StandardCharsets.UTF_8);
    }

    /** Whether the input digests of a file are known. */
    public boolean hasInputs(int row) {
        return records.getInt(row * RECORD_BYTES + INPUTS) != UNKNOWN_INPUT;
    }

    /** The input digests of a file, which must be known. */
    @Override
    public InputDigests inputs(int row) {
        return new InputDigests(input(row, 0), input(row, 1), input(row, 2));
    }

    private Digest input(int row, int which) {
        int number = records.getInt(row * RECORD_BYTES + INPUTS + which * Integer.BYTES);
        return Digest.of(inputDigests, number * Digest.BYTES);
    }

    @Override
    public Digest contentDigest(int row) {
        return Digest.of(records, row * RECORD_BYTES + CONTENT_DIGEST);
    }

    @Override
    public long crc(int row) {
        return records.getLong(row * RECORD_BYTES + CRC);
    }

    @Override
    public long size(int row) {
        return records.getLong(row * RECORD_BYTES + SIZE);
    }

    @Override
    public long modifiedNanos(int row) {
        return records.getLong(row * RECORD_BYTES + TIME);
    }

    /** Records that the file on disk is known to be the one of the row. */
    public void markUnchanged(int row) {
        states[row] = SAME;
    }

    /** Records the stamp of the file on disk. */
    public void markSeen(int row, FileStamp file) {
        if (file.size() != size(row)) {
            states[row] = ALTERED;
        } else if (file.modified() != modifiedNanos(row)) {
            states[row] = TOUCHED;
            timesUpdated = true;
            records.putLong(row * RECORD_BYTES + TIME, file.modified());
        } else {
            states[row] = SAME;
        }
    }

    /** Whether there is a file on disk. */
    public boolean isPresent(int row) {
        return states[row] != ABSENT;
    }

    /** Whether the time of some file differed from its row, as after a fresh checkout. */
    public boolean hasUpdatedTimes() {
        return timesUpdated;
    }

    /** Whether some file does not, or perhaps does not, have the content we wrote. */
    public boolean hasAlteredFiles() {
        for (byte state : states) {
            if (state == ALTERED || state == TOUCHED) {
                return true;
            }
        }
        return false;
    }

    /** Whether only reading a file can tell if it still has the content we wrote. */
    public boolean isTouched(int row) {
        return states[row] == TOUCHED;
    }

    /** Whether a file still has the content we wrote; reads it only if its time, and nothing else, differs. */
    public boolean isIntact(int row, Supplier<Path> file) {
        if (states[row] == TOUCHED) {
            try {
                states[row] = DoubleCrc.of(file.get()) == crc(row) ? SAME : ALTERED;
            } catch (IOException e) {
                // Treated as changed: rendered again if planned, otherwise left alone.
                states[row] = ALTERED;
            }
        }
        return states[row] == SAME;
    }
}
