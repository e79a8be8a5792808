package io.noticepress.store;

import java.util.Arrays;

/**
 * Rows of a fixed number of {@code long} values, numbered from 0 in the order in which they were added: no object per row, and as
 * they lie in blocks, growing copies none of them.
 */
public final class LongTable {
    private static final int BLOCK = 1 << 12;

    private final int width;
    private long[][] blocks = new long[16][];
    private int size;

    /** No rows yet; each will have {@code width} values. */
    public LongTable(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    /** Adds a row of zeros; gives its number. */
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
}
