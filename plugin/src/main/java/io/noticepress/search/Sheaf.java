package io.noticepress.search;

import java.util.Arrays;

/** The tokens of some notices in a row, gathered and then laid aside on disk term by term. For one thread. */
final class Sheaf implements Cutter.Sink, Chain.Sink {
    private static final int FIELDS = Weight.Field.values().length;

    /** Where in a scratch file a sheaf lies, and how many terms it has. */
    record Place(long start, int length, int terms) {}

    private final Cutter cutter;
    private final Phrases phrases;
    private final Chain chain;
    private final Terms terms = new Terms();
    /** Of each term its number as a common phrase; 0 if it is none. */
    private int[] common = new int[1 << 12];
    /** Of each common phrase of several tokens its term, plus 1; 0 if it did not come up yet. */
    private final int[] phraseTerms;

    /** To which term, plus 1, a phrase leads that is not common though all parts of it are. */
    private final Steps rare = new Steps();

    /** Of each token its term. */
    private int[] tokens = new int[1 << 16];
    /** Of each token its notice in the sheaf, its field and its position, from the highest bits on: 24, 8 and 32. */
    private long[] places = new long[1 << 16];
    /** Of each token its context. */
    private long[] contexts = new long[1 << 16];

    private int size;
    /** Of each notice its number, and how long its title and its text are. */
    private int[] notices = new int[1 << 8];

    private int[] titles = new int[1 << 8];
    private int[] texts = new int[1 << 8];
    private int count;
    private long field;

    Sheaf(Cutter cutter, Phrases phrases) {
        this.cutter = cutter;
        this.phrases = phrases;
        this.chain = new Chain(phrases);
        this.phraseTerms = new int[phrases.all().size() + 1];
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
        chain.end(this);
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
        chain.end(this);
        int length = cutter.position() - start;
        if (field == Weight.Field.TITLE) {
            titles[count] += length;
        } else if (!single) {
            texts[count] += length;
        }
        cutter.start(cutter.position() + 31 & ~31);
    }

    @Override
    public void take(char[] term, int length, int position, boolean linked) {
        int number = number(term, length);
        if (linked) {
            chain.add(size, common[number], position);
        } else if (term[0] == '#' || term[0] == '@') {
            chain.addFigure(size, position);
        }
        add(number, position, 0);
    }

    @Override
    public void common(int phrase, int position) {
        if (phraseTerms[phrase] == 0) {
            int number = number(phrases.phrase(phrase));
            common[number] = phrase;
            phraseTerms[phrase] = number + 1;
        }
        add(phraseTerms[phrase] - 1, position, 0);
    }

    @Override
    public void rare(int phrase, boolean apart, int word, int position, long context) {
        long step = Steps.step(phrase, apart, word);
        int number = rare.number(step) - 1;
        if (number < 0) {
            String last = phrases.phrase(word).substring(1);
            number = number(phrases.phrase(phrase) + (apart ? ',' : ' ') + last);
            rare.add(step, number + 1);
        }
        add(number, position, context);
    }

    private int number(String phrase) {
        int number = terms.number(phrase.toCharArray(), phrase.length());
        room(number);
        return number;
    }

    @Override
    public void context(int token, long context) {
        contexts[token] = context;
    }

    private int number(char[] term, int length) {
        int known = terms.size();
        int number = terms.number(term, length);
        if (number == known) {
            room(number);
            common[number] = phrases.word(new String(term, 0, length));
        }
        return number;
    }

    private void room(int number) {
        if (number >= common.length) {
            common = Arrays.copyOf(common, number * 2);
        }
    }

    private void add(int number, int position, long context) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
            places = Arrays.copyOf(places, size * 2);
            contexts = Arrays.copyOf(contexts, size * 2);
        }
        tokens[size] = number;
        contexts[size] = context;
        places[size++] = (long) count << 40 | field << 32 | position;
    }

    /** Lays it aside: for each term in order the term, how many notices have it, and its postings in so many bytes. */
    Place store(Scratch scratch) {
        int[] order = terms.sorted();
        int[] ends = new int[order.length];
        sort(order, ends);
        Bytes out = new Bytes(1 << 16);
        Bytes postings = new Bytes(1 << 12);
        int from = 0;
        for (int term : order) {
            int notices = postings(from, ends[term], common[term] == 0, postings);
            out.text(terms.term(term));
            out.number(notices);
            out.number(postings.length());
            out.raw(postings.array(), 0, postings.length());
            postings.clear();
            from = ends[term];
        }
        return new Place(scratch.add(out.array(), out.length()), out.length(), order.length);
    }

    /** Puts the tokens of one term after those of the one before it; says where those of each term end. */
    private void sort(int[] order, int[] ends) {
        for (int i = 0; i < size; i++) {
            ends[tokens[i]]++;
        }
        int start = 0;
        for (int term : order) {
            int uses = ends[term];
            ends[term] = start;
            start += uses;
        }
        long[] sortedPlaces = new long[size];
        long[] sortedContexts = new long[size];
        for (int i = 0; i < size; i++) {
            int at = ends[tokens[i]]++;
            sortedPlaces[at] = places[i];
            sortedContexts[at] = contexts[i];
        }
        places = sortedPlaces;
        contexts = sortedContexts;
    }

    /**
     * Writes which notices have a term, with which level, and where it stands in them; says how many they are.
     *
     * @param placed whether it is told where it stands
     */
    private int postings(int from, int to, boolean placed, Bytes out) {
        int[] fields = new int[FIELDS];
        int found = 0;
        int last = -1;
        for (int i = from, end; i < to; i = end) {
            int notice = (int) (places[i] >>> 40);
            for (end = i; end < to && places[end] >>> 40 == notice; end++) {
                fields[(int) (places[end] >>> 32) & 0xFF]++;
            }
            out.number(notices[notice] - last - 1);
            out.number(Weight.level(fields, titles[notice], texts[notice]));
            out.number(placed ? end - i : 0);
            int before = -1;
            for (int use = i; placed && use < end; use++) {
                int position = (int) places[use];
                out.number(position - before - 1);
                out.number((int) (contexts[use] >>> 32));
                out.number((int) contexts[use]);
                before = position;
            }
            Arrays.fill(fields, 0);
            last = notices[notice];
            found++;
        }
        return found;
    }
}
