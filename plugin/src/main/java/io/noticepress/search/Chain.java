package io.noticepress.search;

import java.util.Arrays;

/**
 * The chain of a line: its pairs, words and single characters, one after another, and the figures beside it. Tells which phrases
 * stand in it, and what common phrases stand on either side of what is not common: its context. Used anew for each line; for one
 * thread. Section 2.1 of the specification.
 */
final class Chain {
    /** Takes what stands in a line. A context is what stands before, in the upper 32 bits, and what stands after. */
    interface Sink {
        /** A common phrase of more than one token. */
        void common(int phrase, int position);

        /**
         * A phrase that is not common though all parts of it are: a common one and a word more.
         *
         * @param apart whether punctuation parts them
         */
        void rare(int phrase, boolean apart, int word, int position, long context);

        /** The context of a token. */
        void context(int token, long context);
    }

    private final Phrases phrases;
    private int[] tokens = new int[1 << 8];
    private int[] words = new int[1 << 8];
    private int[] positions = new int[1 << 8];
    private boolean[] apart = new boolean[1 << 8];
    private int length;
    /** Of each link the common phrases that begin there, and how many. */
    private int[] begun = new int[Phrases.LONGEST << 8];

    private int[] counts = new int[1 << 8];
    /** Of each figure its token, the link that follows it, and its position. */
    private int[] figures = new int[3 << 3];

    private int figured;

    Chain(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Adds a link.
     *
     * @param token its number
     * @param word the number of its term as a common phrase, or 0
     */
    void add(int token, int word, int position) {
        if (length + 1 == tokens.length) {
            tokens = Arrays.copyOf(tokens, length * 2 + 2);
            words = Arrays.copyOf(words, length * 2 + 2);
            positions = Arrays.copyOf(positions, length * 2 + 2);
            apart = Arrays.copyOf(apart, length * 2 + 2);
            counts = Arrays.copyOf(counts, length * 2 + 2);
            begun = Arrays.copyOf(begun, (length * 2 + 2) * Phrases.LONGEST);
        }
        tokens[length] = token;
        words[length] = word;
        apart[length] = length > 0 && position - positions[length - 1] > 1;
        positions[length++] = position;
    }

    /** Adds a figure, which stands beside the next links. */
    void addFigure(int token, int position) {
        if (figured + 3 > figures.length) {
            figures = Arrays.copyOf(figures, figured * 2);
        }
        figures[figured++] = token;
        figures[figured++] = length;
        figures[figured++] = position;
    }

    /** Ends the line. */
    void end(Sink sink) {
        for (int i = length - 1; i >= 0; i--) {
            begin(i);
        }
        for (int i = 0; i < length; i++) {
            int end = i + counts[i];
            if (counts[i] == 0) {
                sink.context(tokens[i], context(i, i));
            } else if (end < length && counts[i + 1] >= counts[i]) {
                int phrase = begun[i * Phrases.LONGEST + counts[i] - 1];
                sink.rare(phrase, apart[end], words[end], positions[i], context(i, end));
            }
            for (int more = 1; more < counts[i]; more++) {
                sink.common(begun[i * Phrases.LONGEST + more], positions[i]);
            }
        }
        for (int i = 0; i < figured; i += 3) {
            sink.context(figures[i], around(figures[i + 1], figures[i + 2]));
        }
        length = 0;
        figured = 0;
    }

    /** Finds the common phrases that begin at a link. */
    private void begin(int i) {
        int count = 0;
        int phrase = words[i];
        for (int next = i + 1; phrase != 0; next++) {
            begun[i * Phrases.LONGEST + count++] = phrase;
            phrase = next < length ? phrases.longer(phrase, apart[next], words[next]) : 0;
        }
        counts[i] = count;
    }

    /** The context of the links from one to another. */
    private long context(int first, int last) {
        return (long) before(first, apart[first]) << 32 | after(last + 1, apart[last + 1]);
    }

    /** The longest common phrase that ends before a link, and whether punctuation parts it from what follows; 0 if there is none. */
    private int before(int i, boolean apart) {
        for (int from = Math.max(0, i - Phrases.LONGEST); from < i; from++) {
            if (from + counts[from] >= i) {
                return begun[from * Phrases.LONGEST + i - from - 1] * 2 + (apart ? 1 : 0);
            }
        }
        return 0;
    }

    /** The longest one that begins with a link. */
    private int after(int i, boolean apart) {
        return i < length && counts[i] > 0 ? begun[i * Phrases.LONGEST + counts[i] - 1] * 2 + (apart ? 1 : 0) : 0;
    }

    /** The context of a figure: what follows stands two positions on, or three after punctuation. */
    private long around(int next, int position) {
        int left = next == 0 ? 0 : before(next, position - positions[next - 1] > 1);
        int after = next;
        while (after < length && positions[after] < position + 2) {
            after++;
        }
        boolean near = after < length && positions[after] <= position + 3;
        return (long) left << 32 | (near ? after(after, positions[after] > position + 2) : 0);
    }
}
