package io.noticepress.search.phrases;

import io.noticepress.search.codec.ByteWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common phrases of a language: one to eight links of a chain of tokens that stand in the notices so often that their positions
 * would be large. They are numbered from 1 in their order. A phrase is written as its tokens, before each a blank, or a comma if
 * punctuation stands there; the first has a blank. Section 2.1 of the specification. Safe for use by several threads.
 */
public final class PhraseDictionary {
    /** How many tokens a common phrase has at most. */
    static final int MAX_LINKS = 8;

    private final List<String> phrases;
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final PhraseTrie extensions = new PhraseTrie();

    /**
     * Some common phrases.
     *
     * @param all in their order; with each all parts of it
     */
    public PhraseDictionary(List<String> all) {
        this.phrases = List.copyOf(all);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i), i + 1);
        }
        numbers.forEach((phrase, number) -> {
            int last = Math.max(phrase.lastIndexOf(' '), phrase.lastIndexOf(','));
            if (last == 0) {
                wordNumbers.put(phrase.substring(1), number);
                return;
            }
            int word = numbers.get(' ' + phrase.substring(last + 1));
            extensions.add(
                    PhraseTrie.edge(numbers.get(phrase.substring(0, last)), phrase.charAt(last) == ',', word), number);
        });
    }

    /** All of them. */
    public List<String> all() {
        return phrases;
    }

    /** Writes them as the file has them in which an index begins. */
    public void write(ByteWriter out) {
        out.writeNumber(phrases.size());
        String before = "";
        for (String phrase : phrases) {
            out.writeNextTerm(before, phrase);
            before = phrase;
        }
    }

    /** The phrase with a number. */
    public String phrase(int number) {
        return phrases.get(number - 1);
    }

    /** The number of a term as a phrase of one; 0 if it is not common. */
    public int wordNumber(String term) {
        return wordNumbers.getOrDefault(term, 0);
    }

    /**
     * The number of a longer phrase; 0 if it is not common.
     *
     * @param apart whether punctuation parts the phrase from the word
     */
    int extend(int phrase, boolean apart, int word) {
        return word == 0 ? 0 : extensions.child(PhraseTrie.edge(phrase, apart, word));
    }
}
