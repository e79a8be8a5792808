package io.noticepress.translation.terms;

import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text cut into what is compared: of Chinese the characters without blanks, of other languages the words without case,
 * articles, plural and possessive endings; a hyphen parts words like a blank.
 */
final class TermTokens {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    /** Endings of plurals that are more than an s, and of words that are none. */
    private static final List<String> ES_PLURALS = List.of("sses", "ches", "shes", "xes", "zes");

    private static final List<String> NO_PLURAL = List.of("ss", "us", "is");

    private final List<String> tokens = new ArrayList<>();
    private final List<int[]> spans = new ArrayList<>();

    private TermTokens() {}

    static TermTokens of(String text, Language language) {
        TermTokens termTokens = new TermTokens();
        if (language.isChinese()) {
            termTokens.addCharacters(text);
        } else {
            termTokens.addWords(text);
        }
        return termTokens;
    }

    List<String> tokens() {
        return tokens;
    }

    int start(int unit) {
        return spans.get(unit)[0];
    }

    int end(int unit) {
        return spans.get(unit)[1];
    }

    /** The same without order, words cut down to their first letters. */
    Set<String> prefixes() {
        Set<String> roots = new HashSet<>();
        tokens.forEach(unit -> roots.add(prefix(unit)));
        return roots;
    }

    /** The first letters of a word, which other words of its family share: popular, populari, popularize. */
    static String prefix(String unit) {
        return unit.length() > 5 ? unit.substring(0, 5) : unit;
    }

    private void addCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                char plain = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
                add(String.valueOf(Character.toLowerCase(plain)), i, i + 1);
            }
        }
    }

    private void addWords(String text) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && isLetter(text, end)) {
                end++;
            }
            if (end > i) {
                String stem = stem(text.substring(i, end).toLowerCase(Locale.ROOT));
                if (!stem.isEmpty() && !ARTICLES.contains(stem)) {
                    add(stem, i, end);
                }
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean isLetter(String text, int i) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c) || isQuote(c);
    }

    private static String stem(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && isQuote(word.charAt(start))) {
            start++;
        }
        while (end > start && isQuote(word.charAt(end - 1))) {
            end--;
        }
        if (end - start > 2 && word.charAt(end - 1) == 's' && isQuote(word.charAt(end - 2))) {
            end -= 2;
        }
        String plain = word.substring(start, end).replace('’', '\'');
        if (!plain.endsWith("s") || plain.length() <= 3) {
            return plain;
        } else if (plain.endsWith("ies")) {
            return plain.substring(0, plain.length() - 3) + "y";
        } else if (ES_PLURALS.stream().anyMatch(plain::endsWith)) {
            return plain.substring(0, plain.length() - 2);
        }
        return NO_PLURAL.stream().anyMatch(plain::endsWith) ? plain : plain.substring(0, plain.length() - 1);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '’';
    }

    private void add(String unit, int start, int end) {
        tokens.add(unit);
        spans.add(new int[] {start, end});
    }
}
