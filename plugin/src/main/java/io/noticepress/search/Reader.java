package io.noticepress.search;

import java.nio.charset.StandardCharsets;

/** Reads a {@link Sheaf} from disk, term by term, a piece at a time. */
final class Reader implements Comparable<Reader> {
    private static final int PIECE = 1 << 16;

    private final Scratch scratch;
    private final int number;
    private long next;
    private final long end;
    private byte[] bytes = new byte[0];
    private int at;
    private int left;
    private String term = "";
    private int count;

    /** A sheaf of which the term at hand is the first. */
    Reader(Scratch scratch, Sheaf.Place place, int number) {
        this.scratch = scratch;
        this.number = number;
        this.next = place.start();
        this.end = place.start() + place.length();
        this.left = number();
    }

    /** Goes to the next term, if there is one; all postings of the one at hand were read. */
    boolean advance() {
        if (left == 0) {
            return false;
        }
        left--;
        int length = number();
        need(length);
        term = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        count = number();
        need(number());
        return true;
    }

    String term() {
        return term;
    }

    /** How many notices have the term. */
    int count() {
        return count;
    }

    /** The next number of the postings. */
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
