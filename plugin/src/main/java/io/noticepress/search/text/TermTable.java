package io.noticepress.search.text;

import java.util.Arrays;

/** Numbers terms from 0 in the order of their first use. A hash table in arrays, since every token is looked up here. For one thread. */
public final class TermTable {
    /** The maximum length in UTF-16 units of a term that fits into its key. */
    private static final int PACKED_LENGTH = 4;

    private char[] chars = new char[1 << 16];
    private int[] starts = new int[1 << 12];
    /** The slots of the hash table: the key of a term, 0 if the slot is free, and the number of the term. */
    private long[] keys = new long[1 << 13];

    private int[] numbers = new int[1 << 13];
    private int size;

    public int size() {
        return size;
    }

    /** The number of the term in the first {@code length} units of a buffer; a new term gets the next number. */
    public int intern(char[] term, int length) {
        long key = packedKey(term, 0, length);
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key && (length <= PACKED_LENGTH || hasChars(numbers[slot], term, length))) {
                return numbers[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        numbers[slot] = size;
        return add(term, length);
    }

    /** The key of a short term is the term itself; of a long one a hash whose upper 16 bits are 0, so that they never collide. */
    private static long packedKey(char[] term, int from, int to) {
        long key = 0;
        if (to - from <= PACKED_LENGTH) {
            for (int i = from; i < to; i++) {
                key = key << 16 | term[i];
            }
            return key << 16 * (PACKED_LENGTH - (to - from));
        }
        for (int i = from; i < to; i++) {
            key = (key + term[i]) * 0x9E3779B97F4A7C15L;
        }
        return key >>> 16 | 1;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
    }

    private boolean hasChars(int number, char[] term, int length) {
        int start = starts[number];
        return Arrays.equals(chars, start, starts[number + 1], term, 0, length);
    }

    private int add(char[] term, int length) {
        int start = starts[size];
        if (start + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, start + length));
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        System.arraycopy(term, 0, chars, start, length);
        starts[++size] = start + length;
        if (size * 2 > keys.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        keys = new long[keys.length * 2];
        numbers = new int[keys.length];
        for (int i = 0; i < size; i++) {
            long key = packedKey(chars, starts[i], starts[i + 1]);
            int slot = slot(key);
            while (keys[slot] != 0) {
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = key;
            numbers[slot] = i;
        }
    }

    /** The length of a term in UTF-16 units. */
    int length(int number) {
        return starts[number + 1] - starts[number];
    }

    public String term(int number) {
        return new String(chars, starts[number], length(number));
    }

    /** The numbers of all terms, sorted by the UTF-16 units of the terms. */
    public int[] sorted() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = i;
        }
        radixSort(keys, 0, size, 0);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Sorts numbers of terms that are equal before unit {@code at}: by two units, and equal ones by the next two. */
    private void radixSort(long[] keys, int from, int to, int at) {
        for (int i = from; i < to; i++) {
            int number = (int) keys[i];
            keys[i] = ((long) unit(number, at) << 16 | unit(number, at + 1)) << 31 | number;
        }
        Arrays.sort(keys, from, to);
        for (int i = from, end; i < to; i = end) {
            long units = keys[i] >>> 31;
            for (end = i; end < to && keys[end] >>> 31 == units; end++) {
                keys[end] &= Integer.MAX_VALUE;
            }
            if (end - i > 1) {
                radixSort(keys, i, end, at + 2);
            }
        }
    }

    /** A unit of a term; after its end 0, which no term contains. */
    private int unit(int number, int at) {
        int index = starts[number] + at;
        return index < starts[number + 1] ? chars[index] : 0;
    }
}
