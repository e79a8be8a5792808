package io.noticepress.search.phrases;

import io.noticepress.search.codec.ByteWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common phrases of a language: one to eight links of a token chain that occur so often that their position lists would be
 * large. They are numbered from 1 in ascending order. A phrase is written as its terms, each after a blank, or after a comma
 * if punctuation separates it from the term before: {@code " 科技 技创 创新"}, {@code " safety,fund"}. Section 2.1 of
 * {@code search.md}. Safe for use by several threads.
 */
public final class PhraseDictionary {
    /** The maximum number of links of a common phrase. */
    static final int MAX_LINKS = 8;

    private final List<String> phrases;
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final PhraseTrie extensions = new PhraseTrie();

    /**
     * A dictionary of these phrases.
     *
     * @param all in ascending order; with each phrase all its parts
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

    /** All phrases in ascending order. */
    public List<String> all() {
        return phrases;
    }

    /** Writes the phrases as in the root file of an index (section 5.1). */
    public void write(ByteWriter out) {
        out.writeNumber(phrases.size());
        String previous = "";
        for (String phrase : phrases) {
            out.writeNextTerm(previous, phrase);
            previous = phrase;
        }
    }

    /** The phrase with a number. */
    public String phrase(int number) {
        return phrases.get(number - 1);
    }

    /** The number of a term as a phrase of one link; 0 if it is not common. */
    public int wordNumber(String term) {
        return wordNumbers.getOrDefault(term, 0);
    }

    /**
     * The number of a phrase with one more link; 0 if it is not common.
     *
     * @param separated whether punctuation separates the phrase from the word
     * @param word number of the last link as a phrase
     */
    int extend(int phrase, boolean separated, int word) {
        return word == 0 ? 0 : extensions.child(PhraseTrie.edge(phrase, separated, word));
    }
}
