package io.noticepress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The postings of some notices in a row, gathered term by term and then laid aside on disk. For one thread. */
final class Sheaf implements Cutter.Sink {
    /** What is known of a term so far. */
    private static final class Entry {
        private final Bytes postings = new Bytes(8);
        private int count;
        private int last = -1;
        private int[] fields = new int[Weight.Field.values().length];
        private int[] positions = new int[2];
        private int uses;

        void use(Weight.Field field, int position) {
            fields[field.ordinal()]++;
            if (uses == positions.length) {
                positions = Arrays.copyOf(positions, uses * 2);
            }
            positions[uses++] = position;
        }

        void close(int document, int title, int text) {
            postings.number(document - last - 1);
            postings.number(Weight.level(fields, title, text));
            postings.number(uses);
            int before = -1;
            for (int i = 0; i < uses; i++) {
                postings.number(positions[i] - before - 1);
                before = positions[i];
            }
            Arrays.fill(fields, 0);
            uses = 0;
            last = document;
            count++;
        }
    }

    /** Where in a scratch file a sheaf lies, and how many terms it has. */
    record Place(long start, int length, int terms) {}

    private static final int PAIRS = 1 << 15;

    private final Cutter cutter;
    private final Map<String, Entry> entries = new HashMap<>();
    /** The entries of pairs that came up lately, which are most: the map is asked for the others only. */
    private final Entry[] lately = new Entry[PAIRS];

    private final long[] pairs = new long[PAIRS];
    private final List<Entry> used = new ArrayList<>();
    private Weight.Field field = Weight.Field.TEXT;
    private final int[] lengths = new int[Weight.Field.values().length];

    Sheaf(Cutter cutter) {
        this.cutter = cutter;
    }

    /** Adds a line to the present notice. */
    void add(Weight.Field field, String line) {
        int start = cutter.position();
        boolean single = field.compareTo(Weight.Field.HEADING) < 0;
        this.field = field;
        cutter.cut(line, single, this);
        lengths[field.ordinal()] += cutter.position() - start;
    }

    /** Adds a term that no line holds to the present notice. */
    void term(Weight.Field field, String term) {
        int position = cutter.position();
        this.field = field;
        token(term, position);
        cutter.start(position + 2);
    }

    @Override
    public void token(String term, int position) {
        use(entries.computeIfAbsent(term, t -> new Entry()), position);
    }

    @Override
    public void pair(int first, int second, int position) {
        long pair = (long) first << 32 | second;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 49);
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            lately[slot] = entries.computeIfAbsent(Cutter.term(first, second), t -> new Entry());
        }
        use(lately[slot], position);
    }

    private void use(Entry entry, int position) {
        if (entry.uses == 0) {
            used.add(entry);
        }
        entry.use(field, position);
    }

    /** Begins a notice: its facts stand first, its text from the next multiple of 32 on. */
    void begin() {
        cutter.start(0);
        Arrays.fill(lengths, 0);
    }

    /** The facts are said; the text follows. */
    void turn() {
        cutter.start(cutter.position() + 31 & ~31);
    }

    /** Ends the notice. */
    void end(int document) {
        int title = lengths[Weight.Field.TITLE.ordinal()];
        int text = lengths[Weight.Field.TEXT.ordinal()] + lengths[Weight.Field.HEADING.ordinal()];
        used.forEach(entry -> entry.close(document, title, text));
        used.clear();
    }

    /** Lays it aside: for each term in order the term, how many notices have it, and its postings in so many bytes. */
    Place store(Scratch scratch) {
        Bytes out = new Bytes(1 << 16);
        String[] terms = entries.keySet().toArray(String[]::new);
        Arrays.sort(terms);
        for (String term : terms) {
            Entry entry = entries.get(term);
            out.text(term);
            out.number(entry.count);
            out.number(entry.postings.length());
            out.raw(entry.postings.array(), 0, entry.postings.length());
        }
        return new Place(scratch.add(out.array(), out.length()), out.length(), terms.length);
    }
}
