package io.noticepress.search;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges the sheaves of a language: writes for each term which notices have it with which weight, and apart from that where it
 * stands in them. Sections 5.2 and 5.3 of the specification.
 */
final class Piles {
    private final Scratch out;
    /** What is written of each term for the shards of terms, and for those of positions. */
    private final Lexicon terms = new Lexicon();

    private final Lexicon positions = new Lexicon();
    private final Bits bits = new Bits();
    private int[] notices = new int[64];
    private int[] levels = new int[64];
    private int[] uses = new int[64];
    private int[] gaps = new int[256];
    private int count;
    private int spots;
    private final Bytes pending = new Bytes(1 << 18);
    private long pendingStart;

    private Piles(Scratch out) {
        this.out = out;
    }

    /**
     * Merges sheaves.
     *
     * @param out where what is written of the terms is laid, and nothing else meanwhile
     */
    static Piles of(List<Sheaf.Place> sheaves, Scratch in, Scratch out) {
        Piles piles = new Piles(out);
        piles.pendingStart = out.end();
        piles.merge(sheaves, in);
        return piles;
    }

    Lexicon terms() {
        return terms;
    }

    Lexicon positions() {
        return positions;
    }

    private void merge(List<Sheaf.Place> sheaves, Scratch in) {
        PriorityQueue<Reader> readers = new PriorityQueue<>();
        for (Sheaf.Place place : sheaves) {
            Reader reader = new Reader(in, place, readers.size());
            if (reader.advance()) {
                readers.add(reader);
            }
        }
        while (!readers.isEmpty()) {
            String term = readers.peek().term();
            count = 0;
            spots = 0;
            while (!readers.isEmpty() && readers.peek().term().equals(term)) {
                Reader reader = readers.poll();
                take(reader);
                if (reader.advance()) {
                    readers.add(reader);
                }
            }
            write(term);
        }
        flush();
    }

    private void take(Reader reader) {
        int notice = -1;
        for (int left = reader.count(); left > 0; left--) {
            notice += reader.number() + 1;
            if (count == notices.length) {
                notices = Arrays.copyOf(notices, count * 2);
                levels = Arrays.copyOf(levels, count * 2);
                uses = Arrays.copyOf(uses, count * 2);
            }
            notices[count] = notice;
            levels[count] = reader.number();
            uses[count] = reader.number();
            if (spots + uses[count] > gaps.length) {
                gaps = Arrays.copyOf(gaps, Math.max(gaps.length * 2, spots + uses[count]));
            }
            for (int i = 0; i < uses[count]; i++) {
                gaps[spots++] = reader.number();
            }
            count++;
        }
    }

    private void write(String term) {
        long levelSum = 0;
        for (int i = 0; i < count; i++) {
            levelSum += levels[i];
        }
        int k = Bits.k(notices[count - 1] + 1 - count, count);
        int kLevel = Math.min(3, Bits.k(levelSum, count));
        bits.put(k, 4);
        bits.put(kLevel, 2);
        int last = -1;
        for (int i = 0; i < count; i++) {
            bits.rice(notices[i] - last - 1, k);
            bits.rice(levels[i], kLevel);
            last = notices[i];
        }
        add(terms, term);
        long gapSum = 0;
        for (int i = 0; i < spots; i++) {
            gapSum += gaps[i];
        }
        int kGap = Bits.k(gapSum, spots);
        bits.put(kGap, 4);
        for (int i = 0, spot = 0; i < count; i++) {
            bits.gamma(uses[i]);
            for (int end = spot + uses[i]; spot < end; spot++) {
                bits.rice(gaps[spot], kGap);
            }
        }
        add(positions, term);
    }

    private void add(Lexicon lexicon, String term) {
        byte[] written = bits.take();
        if (pending.length() + written.length > 1 << 18) {
            flush();
        }
        lexicon.add(term, count, pendingStart + pending.length(), written.length);
        pending.raw(written);
    }

    private void flush() {
        pendingStart = out.add(pending.array(), pending.length()) + pending.length();
        pending.clear();
    }
}
