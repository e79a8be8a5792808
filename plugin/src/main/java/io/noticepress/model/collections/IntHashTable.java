package io.noticepress.model.collections;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds numbered things by their hashes: a table with open addressing and linear probing, 4 bytes a slot, at most two thirds of it
 * full. What the things are is known to its owner only. Nothing is ever taken out.
 */
public final class IntHashTable {
    /** A number plus one; 0 where there is none. */
    private int[] slots = new int[16];

    private int size;

    /** The number with this hash of which {@code is} holds; negative if there is none. */
    public int find(int hash, IntPredicate is) {
        int last = slots.length - 1;
        for (int at = firstSlot(hash, last); slots[at] != 0; at = at + 1 & last) {
            if (is.test(slots[at] - 1)) {
                return slots[at] - 1;
            }
        }
        return -1;
    }

    /**
     * Adds a number that is not there yet.
     *
     * @param hashes gives the hash of any number that was added, this one included
     */
    public void add(int number, IntUnaryOperator hashes) {
        if (3 * (size + 1L) > 2L * slots.length) {
            int[] old = slots;
            slots = new int[2 * old.length];
            for (int each : old) {
                if (each != 0) {
                    put(each - 1, hashes);
                }
            }
        }
        put(number, hashes);
        size++;
    }

    private void put(int number, IntUnaryOperator hashes) {
        int last = slots.length - 1;
        int at = firstSlot(hashes.applyAsInt(number), last);
        while (slots[at] != 0) {
            at = at + 1 & last;
        }
        slots[at] = number + 1;
    }

    /** Mixed by a multiplication (Knuth, TAOCP 3, 6.4), so that hashes that differ in a few bits only do not crowd. */
    private static int firstSlot(int hash, int last) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & last;
    }
}
