package io.noticepress.search;

import java.util.Arrays;

/**
 * Which notices have a term, with which weight, and where it stands in them. Written as sections 5.2 and 5.3 of the
 * specification have it. For one thread.
 */
final class Postings {
    /** How many bits the positions of a term have at most to stand beside its notices. */
    private static final int HERE = 256;

    private int[] notices = new int[64];
    private int[] levels = new int[64];
    private int[] uses = new int[64];
    private int count;
    private final Spots spots = new Spots();
    /** What was read last of a term, its positions not yet. */
    private Tape tape = new Tape(new byte[0]);

    private boolean here;

    /** How many notices there are. */
    int count() {
        return count;
    }

    void clear() {
        count = 0;
        spots.clear();
    }

    /** Adds those of a sheaf. */
    void take(Reader reader) {
        int notice = -1;
        for (int left = reader.count(); left > 0; left--) {
            notice += reader.number() + 1;
            add(notice, reader.number(), reader.number());
            spots.take(reader, uses[count - 1]);
        }
    }

    /** Takes, instead of whatever was there, those of two others: of the one what is left of it, of the other everything. */
    void merge(Postings old, int[] numbers, Postings fresh) {
        clear();
        int spot = 0;
        int next = 0;
        int nextSpot = 0;
        for (int i = 0; i < old.count; spot += old.uses[i++]) {
            int number = numbers[old.notices[i]];
            if (number < 0) {
                continue;
            }
            for (; next < fresh.count && fresh.notices[next] < number; nextSpot += fresh.uses[next++]) {
                copy(fresh, next, nextSpot, fresh.notices[next]);
            }
            copy(old, i, spot, number);
        }
        for (; next < fresh.count; nextSpot += fresh.uses[next++]) {
            copy(fresh, next, nextSpot, fresh.notices[next]);
        }
    }

    private void copy(Postings from, int index, int spot, int number) {
        add(number, from.levels[index], from.uses[index]);
        spots.copy(from.spots, spot, from.uses[index]);
    }

    private void add(int notice, int level, int use) {
        if (count == notices.length) {
            notices = Arrays.copyOf(notices, count * 2);
            levels = Arrays.copyOf(levels, count * 2);
            uses = Arrays.copyOf(uses, count * 2);
        }
        notices[count] = notice;
        levels[count] = level;
        uses[count++] = use;
    }

    /** Reads which notices have a term, as {@link #writeTerm} wrote it. */
    void readTerm(byte[] term, int size) {
        clear();
        tape = new Tape(term);
        here = tape.take(1) == 1;
        int k = tape.take(4);
        int usual = tape.take(4);
        int kLevel = tape.take(2);
        for (int i = 0, notice = -1; i < size; i++) {
            notice += tape.rice(k) + 1;
            add(notice, level(usual, tape.rice(kLevel)), 0);
        }
    }

    /** Whether the positions of the term that was read or written last stand with it. */
    boolean isHere() {
        return here;
    }

    /** Reads where that term stands, as {@link #writePositions} wrote it if it did not stand with the term. */
    void readPositions(byte[] positions) {
        if (!here && positions.length == 0) {
            return; // a common phrase
        }
        Tape from = here ? tape : new Tape(positions);
        spots.begin(from);
        for (int i = 0; i < count; i++) {
            uses[i] = from.gamma();
            spots.read(from, uses[i]);
        }
    }

    /** Whether any of the notices has another number now, or none. */
    boolean isTouched(int[] numbers) {
        for (int i = 0; i < count; i++) {
            if (numbers[notices[i]] != notices[i]) {
                return true;
            }
        }
        return false;
    }

    /** Writes which notices have the term; and where it stands in them, if that is short. */
    byte[] writeTerm(Bits bits) {
        int usual = usualLevel();
        long levelSum = 0;
        for (int i = 0; i < count; i++) {
            levelSum += unlike(usual, levels[i]);
        }
        int k = Bits.k(notices[count - 1] + 1 - count, count);
        int kLevel = Math.min(3, Bits.k(levelSum, count));
        here = isShort();
        bits.put(here ? 1 : 0, 1);
        bits.put(k, 4);
        bits.put(usual, 4);
        bits.put(kLevel, 2);
        for (int i = 0, last = -1; i < count; last = notices[i++]) {
            bits.rice(notices[i] - last - 1, k);
            bits.rice(unlike(usual, levels[i]), kLevel);
        }
        if (here) {
            positions(bits);
        }
        return bits.take();
    }

    /** Writes where the term stands that was written last, if that is told and does not stand with it; else nothing. */
    byte[] writePositions(Bits bits) {
        if (spots.size() > 0 && !here) {
            positions(bits);
        }
        return bits.take();
    }

    private void positions(Bits bits) {
        spots.begin(bits);
        for (int i = 0, spot = 0; i < count; i++) {
            bits.gamma(uses[i]);
            for (int end = spot + uses[i]; spot < end; spot++) {
                spots.write(bits, spot);
            }
        }
    }

    private boolean isShort() {
        if (spots.size() == 0) {
            return false;
        }
        long length = spots.prepare();
        for (int i = 0; i < count && length <= HERE; i++) {
            length += Bits.gammaLength(uses[i]);
        }
        return length <= HERE;
    }

    /** The level that most of the notices have, the lowest of several. */
    private int usualLevel() {
        int[] counts = new int[16];
        for (int i = 0; i < count; i++) {
            counts[levels[i]]++;
        }
        int usual = 0;
        for (int level = 1; level < counts.length; level++) {
            usual = counts[level] > counts[usual] ? level : usual;
        }
        return usual;
    }

    /** How far a level is from the usual one: 0 for none, 1 one below, 2 one above, 3 two below. */
    private static int unlike(int usual, int level) {
        return level < usual ? 2 * (usual - level) - 1 : 2 * (level - usual);
    }

    private static int level(int usual, int unlike) {
        return (unlike & 1) == 1 ? usual - (unlike + 1) / 2 : usual + unlike / 2;
    }
}
