package io.noticepress.search.phrases;

/**
 * Maps a phrase and one more word to the number of the longer phrase. A hash table in arrays, since every common word of a text
 * is looked up here. Safe for use by several threads once it is complete.
 */
public final class PhraseTrie {
    private long[] edges = new long[1 << 10];
    private int[] children = new int[1 << 10];
    private int size;

    /**
     * The key of an edge: from a phrase to the phrase that has one more word.
     *
     * @param separated whether punctuation separates the phrase from the word
     */
    public static long edge(int phrase, boolean separated, int word) {
        return (long) phrase << 32 | (separated ? 1L << 31 : 0) | word;
    }

    /** The number of the longer phrase; 0 if there is none. */
    public int child(long edge) {
        return children[slot(edge)];
    }

    /** Adds a new edge; the number of the longer phrase is greater than 0. */
    public void add(long edge, int number) {
        if (++size * 2 > edges.length) {
            rehash();
        }
        int slot = slot(edge);
        edges[slot] = edge;
        children[slot] = number;
    }

    private void rehash() {
        long[] oldEdges = edges;
        int[] oldChildren = children;
        edges = new long[oldEdges.length * 2];
        children = new int[oldEdges.length * 2];
        for (int i = 0; i < oldEdges.length; i++) {
            int slot = slot(oldEdges[i]);
            edges[slot] = oldEdges[i];
            children[slot] = oldChildren[i];
        }
    }

    /** The slot of an edge, or the free slot where it belongs. */
    private int slot(long edge) {
        int slot = (int) (edge * 0x9E3779B97F4A7C15L >>> 32) & edges.length - 1;
        while (edges[slot] != edge && edges[slot] != 0) {
            slot = slot + 1 & edges.length - 1;
        }
        return slot;
    }
}
