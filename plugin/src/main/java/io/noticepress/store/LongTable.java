package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.util.Arrays;

/**
 * A growing table of {@code long} values with a fixed number of columns. Rows are numbered from 0. There is no object per row,
 * and as rows are stored in blocks, growing does not copy them.
 */
public final class LongTable {
    /** Columns that a {@link Digest} takes. */
    public static final int DIGEST_COLUMNS = 4;

    private static final int BLOCK = 1 << 12;

    private final int width;
    private long[][] blocks = new long[16][];
    private int size;

    /** An empty table with {@code width} columns. */
    public LongTable(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    /** Adds a row of zeros and returns its number. */
    public int add() {
        int block = size / BLOCK;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (blocks[block] == null) {
            blocks[block] = new long[BLOCK * width];
        }
        return size++;
    }

    public long get(int row, int column) {
        return blocks[row / BLOCK][row % BLOCK * width + column];
    }

    public void set(int row, int column, long value) {
        blocks[row / BLOCK][row % BLOCK * width + column] = value;
    }

    /** The digest in the four columns from {@code column} on. */
    public Digest getDigest(int row, int column) {
        return new Digest(get(row, column), get(row, column + 1), get(row, column + 2), get(row, column + 3));
    }

    public void setDigest(int row, int column, Digest digest) {
        set(row, column, digest.a());
        set(row, column + 1, digest.b());
        set(row, column + 2, digest.c());
        set(row, column + 3, digest.d());
    }
}
