package io.noticepress.search.index;

import io.noticepress.search.codec.BitReader;
import io.noticepress.search.codec.BitWriter;
import java.util.Arrays;

/**
 * The contexts on one side of a term's positions. As a rule they are few, so each is written as its rank among them, the most
 * frequent first; section 5.3 of the specification. For one thread.
 */
final class ContextTable {
    private int[] contexts = new int[16];
    private int size;
    /** For each context its frequency while they are counted, later its rank. */
    private int[] ranks = new int[16];

    private long[] order = new long[16];
    private int rankK;

    /** Ranks contexts; returns the length of table and ranks in bits. */
    long build(int[] all, int count) {
        clear();
        for (int i = 0; i < count; i++) {
            if (all[i] >= ranks.length) {
                ranks = Arrays.copyOf(ranks, all[i] * 2);
            }
            if (ranks[all[i]]++ == 0) {
                ensureCapacity();
                contexts[size++] = all[i];
            }
        }
        return sortByFrequency(count);
    }

    private void clear() {
        for (int i = 0; i < size && contexts[i] < ranks.length; i++) {
            ranks[contexts[i]] = 0;
        }
        size = 0;
    }

    private void ensureCapacity() {
        if (size == contexts.length) {
            contexts = Arrays.copyOf(contexts, size * 2);
            order = Arrays.copyOf(order, size * 2);
        }
    }

    private long sortByFrequency(int count) {
        for (int i = 0; i < size; i++) {
            order[i] = (long) -ranks[contexts[i]] << 32 | contexts[i];
        }
        Arrays.sort(order, 0, size);
        long sum = 0;
        long length = BitWriter.gammaLength(size);
        for (int i = 0; i < size; i++) {
            contexts[i] = (int) order[i];
            sum -= (order[i] >> 32) * i;
            length += BitWriter.gammaLength(contexts[i] + 1);
        }
        rankK = BitWriter.riceParameter(sum, count);
        for (int i = 0; i < size; i++) {
            ranks[contexts[i]] = i;
            length -= size == 1 ? 0 : (order[i] >> 32) * BitWriter.riceLength(i, rankK);
        }
        return length + (size == 1 ? 0 : 4);
    }

    void begin(BitWriter bitWriter) {
        bitWriter.writeGamma(size);
        for (int i = 0; i < size; i++) {
            bitWriter.writeGamma(contexts[i] + 1);
        }
        if (size > 1) {
            bitWriter.writeBits(rankK, 4);
        }
    }

    void write(BitWriter bitWriter, int context) {
        if (size > 1) {
            bitWriter.writeRice(ranks[context], rankK);
        }
    }

    void begin(BitReader bitReader) {
        clear();
        for (int count = bitReader.nextGamma(); size < count; size++) {
            ensureCapacity();
            contexts[size] = bitReader.nextGamma() - 1;
        }
        rankK = size > 1 ? bitReader.nextBits(4) : 0;
    }

    int next(BitReader bitReader) {
        return contexts[size > 1 ? bitReader.nextRice(rankK) : 0];
    }
}
