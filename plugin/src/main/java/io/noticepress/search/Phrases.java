package io.noticepress.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common phrases of a language: one to four links of a chain of tokens that stand in the notices so often that their positions
 * would be large. They are numbered from 1 in their order. A phrase is written as its tokens, before each a blank, or a comma if
 * punctuation stands there; the first has a blank. Section 2.1 of the specification. Safe for use by several threads.
 */
final class Phrases {
    /** How many tokens a common phrase has at most. */
    static final int LONGEST = 4;

    private final List<String> all;
    private final Map<String, Integer> words = new HashMap<>();
    /** What a phrase and one more token make: phrase, whether punctuation parts them, and token; by hash. */
    private final long[] steps;

    private final int[] longer;

    /**
     * Some common phrases.
     *
     * @param all in their order; with each all parts of it
     */
    Phrases(List<String> all) {
        this.all = List.copyOf(all);
        this.steps = new long[Integer.highestOneBit(all.size() + 1) * 4];
        this.longer = new int[steps.length];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i), i + 1);
        }
        numbers.forEach((phrase, number) -> {
            int last = Math.max(phrase.lastIndexOf(' '), phrase.lastIndexOf(','));
            if (last == 0) {
                words.put(phrase.substring(1), number);
                return;
            }
            int word = numbers.get(' ' + phrase.substring(last + 1));
            long step = step(numbers.get(phrase.substring(0, last)), phrase.charAt(last) == ',', word);
            int slot = slot(step);
            steps[slot] = step;
            longer[slot] = number;
        });
    }

    /** All of them. */
    List<String> all() {
        return all;
    }

    /** Writes them as the file has them in which an index begins. */
    void write(Bytes out) {
        out.number(all.size());
        String before = "";
        for (String phrase : all) {
            out.after(before, phrase);
            before = phrase;
        }
    }

    /** The phrase with a number. */
    String phrase(int number) {
        return all.get(number - 1);
    }

    /** The number of a term as a phrase of one; 0 if it is not common. */
    int word(String term) {
        return words.getOrDefault(term, 0);
    }

    /**
     * The number of a longer phrase; 0 if it is not common.
     *
     * @param apart whether punctuation parts the phrase from the word
     */
    int longer(int phrase, boolean apart, int word) {
        return word == 0 ? 0 : longer[slot(step(phrase, apart, word))];
    }

    private static long step(int phrase, boolean apart, int word) {
        return (long) phrase << 32 | (apart ? 1L << 31 : 0) | word;
    }

    /** Where a step stands, or might. */
    private int slot(long step) {
        int slot = (int) (step * 0x9E3779B97F4A7C15L >>> 40) & steps.length - 1;
        while (steps[slot] != step && steps[slot] != 0) {
            slot = slot + 1 & steps.length - 1;
        }
        return slot;
    }
}
