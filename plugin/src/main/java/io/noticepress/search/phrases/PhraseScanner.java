package io.noticepress.search.phrases;

import java.util.Arrays;

/**
 * Finds the phrases in the token chain of a line, and the context of its tokens: the common phrases before and after them. A
 * chain is the line's pairs, words and single characters in order; numeric tokens are not part of it. Section 2.1 of
 * {@code search.md}. Reused for each line. For one thread.
 */
public final class PhraseScanner {
    /**
     * Receives the phrases and contexts of a line. A context has the common phrase before it in its upper 32 bits and the one
     * after it in its lower 32 bits, each as twice the number of the phrase, plus 1 if punctuation separates them; 0 for none.
     */
    public interface PhraseSink {
        /** Receives a common phrase of more than one link. */
        void commonPhrase(int phrase, int position);

        /**
         * Receives a phrase that is not common although all its parts are: a common phrase and one more word.
         *
         * @param separated whether punctuation separates the two
         */
        void uncommonPhrase(int phrase, boolean separated, int word, int position, long context);

        /** Receives the context of a token that is not common. */
        void tokenContext(int token, long context);
    }

    private final PhraseDictionary dictionary;
    private int[] tokens = new int[1 << 8];
    private int[] words = new int[1 << 8];
    private int[] positions = new int[1 << 8];
    private boolean[] separated = new boolean[1 << 8];
    private int length;
    /** By link: the common phrases that start there, by length, and their count. */
    private int[] phrasesAt = new int[PhraseDictionary.MAX_LINKS << 8];

    private int[] phraseCounts = new int[1 << 8];
    /** Three values for each numeric token: its number, the next link, and its position. */
    private int[] numerics = new int[3 << 3];

    private int numericsSize;

    public PhraseScanner(PhraseDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Adds a link of the chain.
     *
     * @param token number by which the sink knows it
     * @param word number of its term as a common phrase, or 0
     */
    public void addLink(int token, int word, int position) {
        if (length + 1 == tokens.length) {
            tokens = Arrays.copyOf(tokens, length * 2 + 2);
            words = Arrays.copyOf(words, length * 2 + 2);
            positions = Arrays.copyOf(positions, length * 2 + 2);
            separated = Arrays.copyOf(separated, length * 2 + 2);
            phraseCounts = Arrays.copyOf(phraseCounts, length * 2 + 2);
            phrasesAt = Arrays.copyOf(phrasesAt, (length * 2 + 2) * PhraseDictionary.MAX_LINKS);
        }
        tokens[length] = token;
        words[length] = word;
        separated[length] = length > 0 && position - positions[length - 1] > 1;
        positions[length++] = position;
    }

    /** Adds a numeric token; it precedes the links at its position. */
    public void addNumeric(int token, int position) {
        if (numericsSize + 3 > numerics.length) {
            numerics = Arrays.copyOf(numerics, numericsSize * 2);
        }
        numerics[numericsSize++] = token;
        numerics[numericsSize++] = length;
        numerics[numericsSize++] = position;
    }

    /** Ends the line and passes its phrases and contexts to the sink. */
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
                phraseSink.uncommonPhrase(phrase, separated[end], words[end], positions[i], context(i, end));
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

    /** Finds the common phrases that start at a link. */
    private void findPhrasesAt(int i) {
        int count = 0;
        int phrase = words[i];
        for (int next = i + 1; phrase != 0; next++) {
            phrasesAt[i * PhraseDictionary.MAX_LINKS + count++] = phrase;
            phrase = next < length ? dictionary.extend(phrase, separated[next], words[next]) : 0;
        }
        phraseCounts[i] = count;
    }

    /** The context of the links from {@code first} to {@code last}. */
    private long context(int first, int last) {
        return (long) phraseBefore(first, separated[first]) << 32 | phraseAfter(last + 1, separated[last + 1]);
    }

    /** The longest common phrase that ends before a link, as in a context. */
    private int phraseBefore(int i, boolean separated) {
        for (int from = Math.max(0, i - PhraseDictionary.MAX_LINKS); from < i; from++) {
            if (from + phraseCounts[from] >= i) {
                return phrasesAt[from * PhraseDictionary.MAX_LINKS + i - from - 1] * 2 + (separated ? 1 : 0);
            }
        }
        return 0;
    }

    /** The longest common phrase that starts at a link, as in a context. */
    private int phraseAfter(int i, boolean separated) {
        return i < length && phraseCounts[i] > 0
                ? phrasesAt[i * PhraseDictionary.MAX_LINKS + phraseCounts[i] - 1] * 2 + (separated ? 1 : 0)
                : 0;
    }

    /** The context of a numeric token; the phrase after it starts two positions later, or three after punctuation. */
    private long numericContext(int next, int position) {
        int left = next == 0 ? 0 : phraseBefore(next, position - positions[next - 1] > 1);
        int after = next;
        while (after < length && positions[after] < position + 2) {
            after++;
        }
        boolean isNext = after < length && positions[after] <= position + 3;
        return (long) left << 32 | (isNext ? phraseAfter(after, positions[after] > position + 2) : 0);
    }
}
