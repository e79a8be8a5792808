package io.noticepress.search;

import java.util.Arrays;

/**
 * The contexts on one side of the places where a term stands: few, as a rule, so that each is written as its rank among them, the
 * most frequent first. Section 5.3 of the specification. For one thread.
 */
final class Ranks {
    private int[] contexts = new int[16];
    private int size;
    /** Of each context, while they are counted, how often it is there; then its rank. */
    private int[] ranks = new int[16];

    private long[] order = new long[16];
    private int k;

    /** Ranks some contexts; says how many bits they will have. */
    long rank(int[] all, int count) {
        clear();
        for (int i = 0; i < count; i++) {
            if (all[i] >= ranks.length) {
                ranks = Arrays.copyOf(ranks, all[i] * 2);
            }
            if (ranks[all[i]]++ == 0) {
                room();
                contexts[size++] = all[i];
            }
        }
        return sort(count);
    }

    private void clear() {
        for (int i = 0; i < size && contexts[i] < ranks.length; i++) {
            ranks[contexts[i]] = 0;
        }
        size = 0;
    }

    private void room() {
        if (size == contexts.length) {
            contexts = Arrays.copyOf(contexts, size * 2);
            order = Arrays.copyOf(order, size * 2);
        }
    }

    private long sort(int count) {
        for (int i = 0; i < size; i++) {
            order[i] = (long) -ranks[contexts[i]] << 32 | contexts[i];
        }
        Arrays.sort(order, 0, size);
        long sum = 0;
        long length = Bits.gammaLength(size);
        for (int i = 0; i < size; i++) {
            contexts[i] = (int) order[i];
            sum -= (order[i] >> 32) * i;
            length += Bits.gammaLength(contexts[i] + 1);
        }
        k = Bits.k(sum, count);
        for (int i = 0; i < size; i++) {
            ranks[contexts[i]] = i;
            length -= size == 1 ? 0 : (order[i] >> 32) * Bits.riceLength(i, k);
        }
        return length + (size == 1 ? 0 : 4);
    }

    void begin(Bits bits) {
        bits.gamma(size);
        for (int i = 0; i < size; i++) {
            bits.gamma(contexts[i] + 1);
        }
        if (size > 1) {
            bits.put(k, 4);
        }
    }

    void write(Bits bits, int context) {
        if (size > 1) {
            bits.rice(ranks[context], k);
        }
    }

    void begin(Tape tape) {
        clear();
        for (int many = tape.gamma(); size < many; size++) {
            room();
            contexts[size] = tape.gamma() - 1;
        }
        k = size > 1 ? tape.take(4) : 0;
    }

    int read(Tape tape) {
        return contexts[size > 1 ? tape.rice(k) : 0];
    }
}
