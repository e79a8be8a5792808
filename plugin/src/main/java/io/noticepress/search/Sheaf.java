package io.noticepress.search;

import java.util.Arrays;

/** The tokens of some notices in a row, gathered and then laid aside on disk term by term. For one thread. */
final class Sheaf implements Cutter.Sink {
    private static final int FIELDS = Weight.Field.values().length;

    /** Where in a scratch file a sheaf lies, and how many terms it has. */
    record Place(long start, int length, int terms) {}

    private final Cutter cutter;
    private final Terms terms = new Terms();
    /** Of each token its term. */
    private int[] tokens = new int[1 << 16];
    /** Of each token its notice in the sheaf, its field and its position, from the highest bits on: 24, 8 and 32. */
    private long[] places = new long[1 << 16];

    private int size;
    /** Of each notice its number, and how long its title and its text are. */
    private int[] notices = new int[1 << 8];

    private int[] titles = new int[1 << 8];
    private int[] texts = new int[1 << 8];
    private int count;
    private long field;

    Sheaf(Cutter cutter) {
        this.cutter = cutter;
    }

    /** Adds a notice: its facts first, its text from the next multiple of 64 on. Numbers ascend. */
    void add(int number, Account account, String slip) {
        if (count == notices.length) {
            notices = Arrays.copyOf(notices, count * 2);
            titles = Arrays.copyOf(titles, count * 2);
            texts = Arrays.copyOf(texts, count * 2);
        }
        notices[count] = number;
        cutter.start(0);
        account.facts().forEach(fact -> add(fact.field(), fact.line()));
        field = Weight.Field.ISSUER.ordinal();
        cutter.put("@" + account.issued(), cutter.position(), this);
        cutter.start(cutter.position() + 2 + 63 & ~63);
        for (int from = 0, end; from < slip.length(); from = end + 1) {
            end = slip.indexOf('\n', from);
            add(slip.charAt(from) == '#' ? Weight.Field.HEADING : Weight.Field.TEXT, slip.substring(from + 1, end));
        }
        count++;
    }

    /** Adds a line to the notice. The next one begins at a multiple of 32, so that few changes of a line move others. */
    private void add(Weight.Field field, String line) {
        int start = cutter.position();
        boolean single = field.compareTo(Weight.Field.HEADING) < 0;
        this.field = field.ordinal();
        cutter.cut(line, single, this);
        int length = cutter.position() - start;
        if (field == Weight.Field.TITLE) {
            titles[count] += length;
        } else if (!single) {
            texts[count] += length;
        }
        cutter.start(cutter.position() + 31 & ~31);
    }

    @Override
    public void take(char[] term, int length, int position) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        tokens[size] = terms.number(term, length);
        places[size++] = (long) count << 40 | field << 32 | position;
    }

    /** Lays it aside: for each term in order the term, how many notices have it, and its postings in so many bytes. */
    Place store(Scratch scratch) {
        int[] order = terms.sorted();
        int[] ends = new int[order.length];
        long[] sorted = byTerm(order, ends);
        Bytes out = new Bytes(1 << 16);
        Bytes postings = new Bytes(1 << 12);
        int from = 0;
        for (int term : order) {
            int notices = postings(sorted, from, ends[term], postings);
            out.text(terms.term(term));
            out.number(notices);
            out.number(postings.length());
            out.raw(postings.array(), 0, postings.length());
            postings.clear();
            from = ends[term];
        }
        return new Place(scratch.add(out.array(), out.length()), out.length(), order.length);
    }

    /** The places of all tokens, those of one term after those of the one before it; says where those of each term end. */
    private long[] byTerm(int[] order, int[] ends) {
        for (int i = 0; i < size; i++) {
            ends[tokens[i]]++;
        }
        int start = 0;
        for (int term : order) {
            int uses = ends[term];
            ends[term] = start;
            start += uses;
        }
        long[] sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[ends[tokens[i]]++] = places[i];
        }
        return sorted;
    }

    /** Writes which notices have a term, with which level, and where it stands in them; says how many they are. */
    private int postings(long[] sorted, int from, int to, Bytes out) {
        int[] fields = new int[FIELDS];
        int found = 0;
        int last = -1;
        for (int i = from, end; i < to; i = end) {
            int notice = (int) (sorted[i] >>> 40);
            for (end = i; end < to && sorted[end] >>> 40 == notice; end++) {
                fields[(int) (sorted[end] >>> 32) & 0xFF]++;
            }
            out.number(notices[notice] - last - 1);
            out.number(Weight.level(fields, titles[notice], texts[notice]));
            out.number(end - i);
            int before = -1;
            for (int use = i; use < end; use++) {
                out.number((int) sorted[use] - before - 1);
                before = (int) sorted[use];
            }
            Arrays.fill(fields, 0);
            last = notices[notice];
            found++;
        }
        return found;
    }
}
