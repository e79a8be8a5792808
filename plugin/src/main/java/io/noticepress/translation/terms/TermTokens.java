package io.noticepress.translation.terms;

import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tokens of a text that terms are compared by: each Chinese character, or in other languages each word in lower case,
 * without articles and without plural and possessive endings. "The Party's bases" is {@code party base}; 党建 is {@code 党 建}.
 * A hyphen separates words.
 */
final class TermTokens {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    /** Endings of plurals from which {@code es} is removed. */
    private static final List<String> ES_PLURALS = List.of("sses", "ches", "shes", "xes", "zes");

    /** Endings of words in s that are not plurals. */
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

    int start(int token) {
        return spans.get(token)[0];
    }

    int end(int token) {
        return spans.get(token)[1];
    }

    /** The set of the first letters of all tokens. */
    Set<String> prefixes() {
        Set<String> prefixes = new HashSet<>();
        tokens.forEach(token -> prefixes.add(prefix(token)));
        return prefixes;
    }

    /** The first five letters of a word, which related words share: {@code popul} of popular, popularize. */
    static String prefix(String token) {
        return token.length() > 5 ? token.substring(0, 5) : token;
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

    private void add(String token, int start, int end) {
        tokens.add(token);
        spans.add(new int[] {start, end});
    }
}
