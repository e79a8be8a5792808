package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileStamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Files of the site that earlier builds made, in the order of their paths, each a row: from what it was made, with which bytes,
 * and how it looks on disk today. There are many, so that they are held as they lie in a {@link BuildCache}: about 120 bytes a file,
 * of which its path is half, and no object.
 *
 * <p>May be read by any thread; a row may be changed by one at a time.
 */
public final class Manifest {
    /** Where its path ends; numbers of what it was made from; digest, {@link DoubleCrc}, size, and time of the last writing. */
    static final int RECORD_BYTES = 4 * Integer.BYTES + Digest.BYTES + 3 * Long.BYTES;

    /** In place of the number of what a file was made from, if that is not known. */
    static final int UNKNOWN_INPUT = -1;

    /** No files. */
    static final Manifest EMPTY = new Manifest(ByteBuffer.allocate(0), new byte[0], ByteBuffer.allocate(0));

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
    /** Of each file, what was seen in its place. */
    private final byte[] states;

    private volatile boolean timesUpdated;

    /**
     * Files as an earlier build remembers them; nobody has looked for them yet.
     *
     * @param records one a file, in the order of their paths
     * @param paths in UTF-8, one after the other
     * @param inputDigests what the files were made from, by number
     */
    Manifest(ByteBuffer records, byte[] paths, ByteBuffer inputDigests) {
        this.records = records;
        this.paths = paths;
        this.inputDigests = inputDigests;
        this.states = new byte[records.limit() / RECORD_BYTES];
    }

    /** A file that is found to be ours, though not from what it was made. */
    public record AdoptedFile(Digest contentDigest, long crc, long size, long modifiedNanos) {}

    /** The same files and others, which stand in their places. */
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
            Digest bytes = other.getValue().contentDigest();
            all.putLong(bytes.a()).putLong(bytes.b()).putLong(bytes.c()).putLong(bytes.d());
            all.putLong(other.getValue().crc());
            all.putLong(other.getValue().size()).putLong(other.getValue().modifiedNanos());
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

    public int size() {
        return states.length;
    }

    /** The row of a path; negative if it is none of these files. */
    public int find(String path) {
        return find(path.getBytes(StandardCharsets.UTF_8));
    }

    private int find(byte[] path) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, path);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1;
    }

    /** Paths that are looked for about in their order are found at once. For one thread. */
    public final class ManifestCursor {
        private int next;

        public int find(String path) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            int row = next < size() && compare(next, bytes) == 0 ? next : Manifest.this.find(bytes);
            next = row < 0 ? next : row + 1;
            return row;
        }
    }

    /** Bytes of UTF-8 are in the order of the code points they stand for: that of {@link SitePaths#CODE_POINT_ORDER}. */
    private int compare(int row, byte[] path) {
        return Arrays.compareUnsigned(paths, start(row), end(row), path, 0, path.length);
    }

    private int start(int row) {
        return row == 0 ? 0 : end(row - 1);
    }

    private int end(int row) {
        return records.getInt(row * RECORD_BYTES);
    }

    public String path(int row) {
        return new String(paths, start(row), end(row) - start(row), StandardCharsets.UTF_8);
    }

    /** Whether it is known what a file was made from. */
    public boolean hasInputs(int row) {
        return records.getInt(row * RECORD_BYTES + INPUTS) != UNKNOWN_INPUT;
    }

    /** What a file was made from; that must be known. */
    public InputDigests inputs(int row) {
        return new InputDigests(input(row, 0), input(row, 1), input(row, 2));
    }

    private Digest input(int row, int which) {
        int at = records.getInt(row * RECORD_BYTES + INPUTS + which * Integer.BYTES) * Digest.BYTES;
        return new Digest(
                inputDigests.getLong(at),
                inputDigests.getLong(at + 8),
                inputDigests.getLong(at + 16),
                inputDigests.getLong(at + 24));
    }

    /** The digest of the bytes we wrote. */
    public Digest contentDigest(int row) {
        int at = row * RECORD_BYTES + CONTENT_DIGEST;
        return new Digest(
                records.getLong(at), records.getLong(at + 8), records.getLong(at + 16), records.getLong(at + 24));
    }

    /** The {@link DoubleCrc} of the bytes we wrote. */
    public long crc(int row) {
        return records.getLong(row * RECORD_BYTES + CRC);
    }

    /** How many bytes we wrote. */
    public long size(int row) {
        return records.getLong(row * RECORD_BYTES + SIZE);
    }

    /** When a file was last written, in nanoseconds since 1970. */
    public long modifiedNanos(int row) {
        return records.getLong(row * RECORD_BYTES + TIME);
    }

    /** Takes note that the file in its place is the one that is remembered. */
    public void markUnchanged(int row) {
        states[row] = SAME;
    }

    /** Takes note of the file that stands in its place. */
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

    /** Whether there is a file in its place at all. */
    public boolean isPresent(int row) {
        return states[row] != ABSENT;
    }

    /** Whether the time of some file is not the one that is remembered, as after a fresh checkout. */
    public boolean hasUpdatedTimes() {
        return timesUpdated;
    }

    /** Whether some file is not, or perhaps not, as we wrote it. */
    public boolean hasAlteredFiles() {
        for (byte sight : states) {
            if (sight == ALTERED || sight == TOUCHED) {
                return true;
            }
        }
        return false;
    }

    /** Whether only reading it can tell if a file still holds the bytes we wrote. */
    public boolean isTouched(int row) {
        return states[row] == TOUCHED;
    }

    /** Whether a file still holds the bytes we wrote; reads it only if its time, and nothing else, differs. */
    public boolean isIntact(int row, Supplier<Path> file) {
        if (states[row] == TOUCHED) {
            try {
                states[row] = DoubleCrc.of(file.get()) == crc(row) ? SAME : ALTERED;
            } catch (IOException e) {
                // What cannot be read is not known to be what we wrote: made anew if planned, else left alone.
                states[row] = ALTERED;
            }
        }
        return states[row] == SAME;
    }
}
