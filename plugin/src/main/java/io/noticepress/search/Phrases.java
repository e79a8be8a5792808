package io.noticepress.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common phrases of a language: one to eight links of a chain of tokens that stand in the notices so often that their positions
 * would be large. They are numbered from 1 in their order. A phrase is written as its tokens, before each a blank, or a comma if
 * punctuation stands there; the first has a blank. Section 2.1 of the specification. Safe for use by several threads.
 */
final class Phrases {
    /** How many tokens a common phrase has at most. */
    static final int LONGEST = 8;

    private final List<String> all;
    private final Map<String, Integer> words = new HashMap<>();
    private final Steps longer = new Steps();

    /**
     * Some common phrases.
     *
     * @param all in their order; with each all parts of it
     */
    Phrases(List<String> all) {
        this.all = List.copyOf(all);
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
            longer.add(Steps.step(numbers.get(phrase.substring(0, last)), phrase.charAt(last) == ',', word), number);
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
        return word == 0 ? 0 : longer.number(Steps.step(phrase, apart, word));
    }
}
