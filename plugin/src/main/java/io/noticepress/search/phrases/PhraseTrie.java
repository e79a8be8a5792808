package io.noticepress.search.phrases;

/**
 * What phrases that are one word longer than common ones are numbered. Kept in few arrays: each common word of a text is looked up
 * here. Once all are there, safe for use by several threads.
 */
public final class PhraseTrie {
    private long[] edges = new long[1 << 10];
    private int[] children = new int[1 << 10];
    private int size;

    /** A step from a common phrase to one that is a word longer. */
    public static long edge(int phrase, boolean apart, int word) {
        return (long) phrase << 32 | (apart ? 1L << 31 : 0) | word;
    }

    /** The number to which a step leads; 0 if there is none. */
    public int child(long step) {
        return children[slot(step)];
    }

    /** Adds a step that is not there yet; its number is more than 0. */
    public void add(long step, int number) {
        if (++size * 2 > edges.length) {
            rehash();
        }
        int slot = slot(step);
        edges[slot] = step;
        children[slot] = number;
    }

    private void rehash() {
        long[] before = edges;
        int[] known = children;
        edges = new long[before.length * 2];
        children = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            int slot = slot(before[i]);
            edges[slot] = before[i];
            children[slot] = known[i];
        }
    }

    /** Where a step stands, or might. */
    private int slot(long step) {
        int slot = (int) (step * 0x9E3779B97F4A7C15L >>> 32) & edges.length - 1;
        while (edges[slot] != step && edges[slot] != 0) {
            slot = slot + 1 & edges.length - 1;
        }
        return slot;
    }
}
