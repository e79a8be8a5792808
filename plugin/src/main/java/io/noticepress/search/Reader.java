package io.noticepress.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the terms of a {@link Sheaf}, or the tables of a {@link Stock}, from disk, one after another, a piece at a time. */
final class Reader implements Comparable<Reader> {
    private static final int PIECE = 1 << 14;

    private final Scratch scratch;
    private final int number;
    private long next;
    private final long end;
    private byte[] bytes = new byte[0];
    private int at;
    private int left;
    private String term = "";
    private int count;
    private int length;

    /**
     * A reader of what lies in a scratch file from one place to another.
     *
     * @param number its rank among others, if they are at the same term
     * @param terms how many there are
     */
    Reader(Scratch scratch, long start, long end, int number, int terms) {
        this.scratch = scratch;
        this.next = start;
        this.end = end;
        this.number = number;
        this.left = terms;
    }

    /** Goes to the next term, if there is one; all of the one at hand was read. */
    boolean advance() {
        if (left == 0) {
            return false;
        }
        left--;
        term = text();
        count = number();
        length = number();
        need(length);
        return true;
    }

    String term() {
        return term;
    }

    /** How many notices have the term. */
    int count() {
        return count;
    }

    /** In how many bytes it is written. */
    int length() {
        return length;
    }

    /** The next so many bytes of them. */
    byte[] raw(int size) {
        need(size);
        at += size;
        return Arrays.copyOfRange(bytes, at - size, at);
    }

    /** The next number of them. */
    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            need(1);
            byte b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /** The next text. */
    String text() {
        return new String(raw(number()), StandardCharsets.UTF_8);
    }

    /** The next place in a file. */
    long place() {
        return (long) number() << 28 | number();
    }

    /** Whether the postings of another term are the same. */
    boolean isSame(Reader other) {
        return count == other.count
                && Arrays.equals(bytes, at, at + length, other.bytes, other.at, other.at + other.length);
    }

    /** Passes over the postings of the term at hand. */
    void skip() {
        at += length;
    }

    private void need(int count) {
        int there = bytes.length - at;
        if (there < count) {
            int more = (int) Math.min(end - next, Math.max(PIECE, count - there));
            byte[] fresh = scratch.read(next, more);
            byte[] both = new byte[there + more];
            System.arraycopy(bytes, at, both, 0, there);
            System.arraycopy(fresh, 0, both, there, more);
            bytes = both;
            at = 0;
            next += more;
        }
    }

    @Override
    public int compareTo(Reader other) {
        int order = term.compareTo(other.term);
        return order != 0 ? order : Integer.compare(number, other.number);
    }
}
