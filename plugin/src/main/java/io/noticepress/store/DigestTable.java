package io.noticepress.store;

import io.noticepress.model.collections.IntHashTable;
import io.noticepress.model.values.Digest;
import java.util.Arrays;

/** Numbers distinct digests from 0 in the order in which they are added; about 40 bytes each. */
public final class DigestTable {
    private final LongTable digests = new LongTable(LongTable.DIGEST_COLUMNS);
    private final IntHashTable numbers = new IntHashTable();

    public int size() {
        return digests.size();
    }

    /** The number of a digest; negative if it was not added. */
    int find(Digest digest) {
        return numbers.find(
                hash(digest.a()),
                number -> digests.get(number, 0) == digest.a()
                        && digests.get(number, 1) == digest.b()
                        && digests.get(number, 2) == digest.c()
                        && digests.get(number, 3) == digest.d());
    }

    /** The number of a digest, which is added if it is new. */
    public int numberOf(Digest digest) {
        int known = find(digest);
        if (known >= 0) {
            return known;
        }
        int number = digests.add();
        digests.setDigest(number, 0, digest);
        numbers.add(number, each -> hash(digests.get(each, 0)));
        return number;
    }

    /** The digest with a number. */
    public Digest get(int number) {
        return digests.getDigest(number, 0);
    }

    /** All numbers in the order of their digests. */
    int[] sortedNumbers() {
        long[] keys = new long[size()]; // the upper half of the first long, made unsigned, then the number
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (digests.get(i, 0) ^ Long.MIN_VALUE) & 0xFFFF_FFFF_0000_0000L | i;
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < sorted.length; i++) {
            int number = (int) keys[i];
            int at = i;
            // Hardly any two digests share their upper half; those that do are sorted here by insertion.
            for (; at > 0 && haveSamePrefix(keys[at], keys[at - 1]); at--) {
                if (get(sorted[at - 1]).compareTo(get(number)) <= 0) {
                    break;
                }
                sorted[at] = sorted[at - 1];
            }
            sorted[at] = number;
        }
        return sorted;
    }

    private static boolean haveSamePrefix(long key, long other) {
        return key >>> 32 == other >>> 32;
    }

    /** Digests are as good as random. */
    private static int hash(long firstLong) {
        return (int) firstLong;
    }
}
