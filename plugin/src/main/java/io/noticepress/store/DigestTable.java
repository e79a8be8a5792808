package io.noticepress.store;

import io.noticepress.model.collections.IntHashTable;
import io.noticepress.model.values.Digest;
import java.util.Arrays;

/** Digests that differ from each other, numbered from 0 in the order in which they were added; about 40 bytes each. */
public final class DigestTable {
    private final LongTable longTable = new LongTable(4);
    private final IntHashTable intHashTable = new IntHashTable();

    public int size() {
        return longTable.size();
    }

    /** The number of a digest; negative if it was not added. */
    int find(Digest digest) {
        return intHashTable.find(hash(digest.a()), number -> matches(number, digest));
    }

    /** The number of a digest, which is added if it is new. */
    public int numberOf(Digest digest) {
        int known = find(digest);
        if (known >= 0) {
            return known;
        }
        int number = longTable.add();
        longTable.set(number, 0, digest.a());
        longTable.set(number, 1, digest.b());
        longTable.set(number, 2, digest.c());
        longTable.set(number, 3, digest.d());
        intHashTable.add(number, each -> hash(longTable.get(each, 0)));
        return number;
    }

    /** The digest of a number. */
    public Digest get(int number) {
        return new Digest(
                longTable.get(number, 0), longTable.get(number, 1), longTable.get(number, 2), longTable.get(number, 3));
    }

    /** All numbers in the order of their digests. */
    int[] sortedNumbers() {
        long[] keys = new long[size()]; // the first half of a digest's first quarter, unsigned, then its number
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (longTable.get(i, 0) ^ Long.MIN_VALUE) & 0xFFFF_FFFF_0000_0000L | i;
        }
        Arrays.sort(keys);
        int[] numbers = new int[keys.length];
        for (int i = 0; i < numbers.length; i++) {
            int number = (int) keys[i];
            int at = i;
            // Hardly any two digests begin alike; those that do are put in order here.
            for (;
                    at > 0
                            && haveSamePrefix(keys[at], keys[at - 1])
                            && get(numbers[at - 1]).compareTo(get(number)) > 0;
                    at--) {
                numbers[at] = numbers[at - 1];
            }
            numbers[at] = number;
        }
        return numbers;
    }

    private static boolean haveSamePrefix(long key, long other) {
        return key >>> 32 == other >>> 32;
    }

    private boolean matches(int number, Digest digest) {
        return longTable.get(number, 0) == digest.a()
                && longTable.get(number, 1) == digest.b()
                && longTable.get(number, 2) == digest.c()
                && longTable.get(number, 3) == digest.d();
    }

    /** Digests are as good as random. */
    private static int hash(long part) {
        return (int) part;
    }
}
