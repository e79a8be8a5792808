package io.noticepress.model.collections;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A hash table of ints, typically indexes into a list of the caller: open addressing, linear probing, 4 bytes per slot, load
 * factor at most 2/3. The caller supplies hashes and equality. Nothing can be removed.
 */
public final class IntHashTable {
    /** Each number plus one; 0 for an empty slot. */
    private int[] slots = new int[16];

    private int size;

    /** The number with this hash that satisfies {@code matches}; negative if there is none. */
    public int find(int hash, IntPredicate matches) {
        int mask = slots.length - 1;
        for (int slot = firstSlot(hash, mask); slots[slot] != 0; slot = slot + 1 & mask) {
            if (matches.test(slots[slot] - 1)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    /**
     * Adds a number that is not in the table.
     *
     * @param hash gives the hash of every number in the table and of this one
     */
    public void add(int number, IntUnaryOperator hash) {
        if (3 * (size + 1L) > 2L * slots.length) {
            int[] old = slots;
            slots = new int[2 * old.length];
            for (int entry : old) {
                if (entry != 0) {
                    put(entry - 1, hash);
                }
            }
        }
        put(number, hash);
        size++;
    }

    private void put(int number, IntUnaryOperator hash) {
        int mask = slots.length - 1;
        int slot = firstSlot(hash.applyAsInt(number), mask);
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = number + 1;
    }

    /** Multiplicative hashing (Knuth, TAOCP 3, 6.4) spreads hashes that differ in few bits only. */
    private static int firstSlot(int hash, int mask) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & mask;
    }
}
