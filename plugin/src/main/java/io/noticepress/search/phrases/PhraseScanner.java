package io.noticepress.search.phrases;

import java.util.Arrays;

/**
 * The chain of a line: its pairs, words and single characters, one after another, and the figures beside it. Tells which phrases
 * stand in it, and what common phrases stand on either side of what is not common: its context. Used anew for each line; for one
 * thread. Section 2.1 of the specification.
 */
public final class PhraseScanner {
    /** Takes what stands in a line. A context is what stands before, in the upper 32 bits, and what stands after. */
    public interface PhraseSink {
        /** A common phrase of more than one token. */
        void commonPhrase(int phrase, int position);

        /**
         * A phrase that is not common though all parts of it are: a common one and a word more.
         *
         * @param apart whether punctuation parts them
         */
        void uncommonPhrase(int phrase, boolean apart, int word, int position, long context);

        /** The context of a token. */
        void tokenContext(int token, long context);
    }

    private final PhraseDictionary dictionary;
    private int[] tokens = new int[1 << 8];
    private int[] words = new int[1 << 8];
    private int[] positions = new int[1 << 8];
    private boolean[] apart = new boolean[1 << 8];
    private int length;
    /** Of each link the common phrases that begin there, and how many. */
    private int[] phrasesAt = new int[PhraseDictionary.MAX_LINKS << 8];

    private int[] phraseCounts = new int[1 << 8];
    /** Of each figure its token, the link that follows it, and its position. */
    private int[] numerics = new int[3 << 3];

    private int numericsSize;

    public PhraseScanner(PhraseDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Adds a link.
     *
     * @param token its number
     * @param word the number of its term as a common phrase, or 0
     */
    public void addLink(int token, int word, int position) {
        if (length + 1 == tokens.length) {
            tokens = Arrays.copyOf(tokens, length * 2 + 2);
            words = Arrays.copyOf(words, length * 2 + 2);
            positions = Arrays.copyOf(positions, length * 2 + 2);
            apart = Arrays.copyOf(apart, length * 2 + 2);
            phraseCounts = Arrays.copyOf(phraseCounts, length * 2 + 2);
            phrasesAt = Arrays.copyOf(phrasesAt, (length * 2 + 2) * PhraseDictionary.MAX_LINKS);
        }
        tokens[length] = token;
        words[length] = word;
        apart[length] = length > 0 && position - positions[length - 1] > 1;
        positions[length++] = position;
    }

    /** Adds a figure, which stands beside the next links. */
    public void addNumeric(int token, int position) {
        if (numericsSize + 3 > numerics.length) {
            numerics = Arrays.copyOf(numerics, numericsSize * 2);
        }
        numerics[numericsSize++] = token;
        numerics[numericsSize++] = length;
        numerics[numericsSize++] = position;
    }

    /** Ends the line. */
    public void endLine(PhraseSink phraseSink) {
        for (int i = length - 1; i >= 0; i--) {
            findPhrasesAt(i);
        }
        for (int i = 0; i < length; i++) {
            int end = i + phraseCounts[i];
            if (phraseCounts[i] == 0) {
                phraseSink.tokenContext(tokens[i], context(i, i));
            } else if (end < length && phraseCounts[i + 1] >= phraseCounts[i]) {
                int phrase = phrasesAt[i * PhraseDictionary.MAX_LINKS + phraseCounts[i] - 1];
                phraseSink.uncommonPhrase(phrase, apart[end], words[end], positions[i], context(i, end));
            }
            for (int more = 1; more < phraseCounts[i]; more++) {
                phraseSink.commonPhrase(phrasesAt[i * PhraseDictionary.MAX_LINKS + more], positions[i]);
            }
        }
        for (int i = 0; i < numericsSize; i += 3) {
            phraseSink.tokenContext(numerics[i], numericContext(numerics[i + 1], numerics[i + 2]));
        }
        length = 0;
        numericsSize = 0;
    }

    /** Finds the common phrases that begin at a link. */
    private void findPhrasesAt(int i) {
        int count = 0;
        int phrase = words[i];
        for (int next = i + 1; phrase != 0; next++) {
            phrasesAt[i * PhraseDictionary.MAX_LINKS + count++] = phrase;
            phrase = next < length ? dictionary.extend(phrase, apart[next], words[next]) : 0;
        }
        phraseCounts[i] = count;
    }

    /** The context of the links from one to another. */
    private long context(int first, int last) {
        return (long) phraseBefore(first, apart[first]) << 32 | phraseAfter(last + 1, apart[last + 1]);
    }

    /** The longest common phrase that ends before a link, and whether punctuation parts it from what follows; 0 if there is none. */
    private int phraseBefore(int i, boolean apart) {
        for (int from = Math.max(0, i - PhraseDictionary.MAX_LINKS); from < i; from++) {
            if (from + phraseCounts[from] >= i) {
                return phrasesAt[from * PhraseDictionary.MAX_LINKS + i - from - 1] * 2 + (apart ? 1 : 0);
            }
        }
        return 0;
    }

    /** The longest one that begins with a link. */
    private int phraseAfter(int i, boolean apart) {
        return i < length && phraseCounts[i] > 0
                ? phrasesAt[i * PhraseDictionary.MAX_LINKS + phraseCounts[i] - 1] * 2 + (apart ? 1 : 0)
                : 0;
    }

    /** The context of a figure: what follows stands two positions on, or three after punctuation. */
    private long numericContext(int next, int position) {
        int left = next == 0 ? 0 : phraseBefore(next, position - positions[next - 1] > 1);
        int after = next;
        while (after < length && positions[after] < position + 2) {
            after++;
        }
        boolean near = after < length && positions[after] <= position + 3;
        return (long) left << 32 | (near ? phraseAfter(after, positions[after] > position + 2) : 0);
    }
}
