package io.noticepress.translation.figures;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in English words: "twenty-five" is 25, "one hundred and twenty" 120, "third" 3, "a dozen" 12.
 *
 * @param end the index after it
 * @param exact whether it is certainly a number, unlike a, both, first, second, hundreds
 * @param ordinal whether it is an ordinal: third
 */
record EnglishNumeral(BigDecimal value, int end, boolean exact, boolean ordinal) {
    private static final Map<String, Integer> CARDINALS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("firstly", 1),
            Map.entry("second", 2),
            Map.entry("secondly", 2),
            Map.entry("third", 3),
            Map.entry("thirdly", 3),
            Map.entry("fourth", 4),
            Map.entry("fourthly", 4),
            Map.entry("fifth", 5),
            Map.entry("fifthly", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("eleventh", 11),
            Map.entry("twelfth", 12),
            Map.entry("thirteenth", 13),
            Map.entry("fourteenth", 14),
            Map.entry("fifteenth", 15),
            Map.entry("sixteenth", 16),
            Map.entry("seventeenth", 17),
            Map.entry("eighteenth", 18),
            Map.entry("nineteenth", 19),
            Map.entry("twentieth", 20),
            Map.entry("thirtieth", 30),
            Map.entry("hundredth", 100));
    /** Words that can mean a number, but need not. */
    private static final Map<String, Integer> VAGUE_NUMBERS = Map.ofEntries(
            Map.entry("once", 1),
            Map.entry("single", 1),
            Map.entry("sole", 1),
            Map.entry("both", 2),
            Map.entry("pair", 2),
            Map.entry("couple", 2),
            Map.entry("double", 2),
            Map.entry("doubled", 2),
            Map.entry("twice", 2),
            Map.entry("dual", 2),
            Map.entry("twin", 2),
            Map.entry("either", 2),
            Map.entry("neither", 2),
            Map.entry("twofold", 2),
            Map.entry("biennial", 2),
            Map.entry("bilingual", 2),
            Map.entry("fortnight", 2),
            Map.entry("duplicate", 2),
            Map.entry("thrice", 3),
            Map.entry("triplicate", 3),
            Map.entry("triple", 3),
            Map.entry("tripled", 3),
            Map.entry("threefold", 3),
            Map.entry("tripartite", 3),
            Map.entry("triennial", 3),
            Map.entry("fourfold", 4),
            Map.entry("quadruplicate", 4),
            Map.entry("quadruple", 4),
            Map.entry("fivefold", 5),
            Map.entry("tenfold", 10),
            Map.entry("decade", 10),
            Map.entry("dozen", 12),
            Map.entry("hundreds", 100),
            Map.entry("thousands", 1000));

    private static final Map<String, Long> FACTORS = Map.of(
            "hundred",
            100L,
            "thousand",
            1000L,
            "million",
            1_000_000L,
            "billion",
            1_000_000_000L,
            "trillion",
            1_000_000_000_000L);
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern NEXT_WORD = Pattern.compile("(?:[ \\n]and[ \\n]|[ \\n-])([a-z]+)");

    /** The number that begins with the word at {@code start}; its value is -1 if the word is not a number. */
    static EnglishNumeral parseAt(String lower, int start) {
        Matcher word = WORD.matcher(lower).region(start, lower.length());
        if (!word.lookingAt()) {
            return none(start);
        }
        String first = word.group();
        if (VAGUE_NUMBERS.containsKey(first)) {
            return new EnglishNumeral(BigDecimal.valueOf(VAGUE_NUMBERS.get(first)), word.end(), false, false);
        }
        if (ORDINALS.containsKey(first)) {
            int value = ORDINALS.get(first);
            return new EnglishNumeral(BigDecimal.valueOf(value), word.end(), value > 2, true);
        }
        boolean article = first.equals("a") || first.equals("an");
        if (!article && !CARDINALS.containsKey(first)) {
            return none(start);
        }
        return parseRest(lower, word.end(), article ? -1 : CARDINALS.get(first));
    }

    private static EnglishNumeral none(int start) {
        return new EnglishNumeral(BigDecimal.ONE.negate(), start, false, false);
    }

    /** The rest of a number whose first word is {@code first}, -1 for an article. */
    private static EnglishNumeral parseRest(String lower, int from, int first) {
        long total = 0;
        long section = Math.max(1, first);
        section = first == 0 ? 0 : section;
        long last = section;
        int end = from;
        boolean article = first < 0;
        Matcher next = NEXT_WORD.matcher(lower);
        while (next.region(end, lower.length()).lookingAt()) {
            String word = next.group(1);
            boolean and = next.group().contains("and");
            Long factor = FACTORS.get(word);
            Integer small = CARDINALS.get(word);
            Integer ordinal = ORDINALS.get(word);
            if (factor != null && !and) {
                section *= factor;
                if (factor > 100) {
                    total += section;
                    section = 0;
                }
                last = factor;
            } else if (small != null && !article && mayFollow(last, small, and)) {
                section += small;
                last = small;
            } else if (ordinal != null && !article && ordinal < 20 && mayFollow(last, ordinal, and)) {
                return new EnglishNumeral(BigDecimal.valueOf(total + section + ordinal), next.end(), true, true);
            } else {
                break;
            }
            article = false;
            end = next.end();
        }
        long value = total + section;
        return article
                ? none(from)
                : new EnglishNumeral(BigDecimal.valueOf(value), end, value > 1 && first >= 0, false);
    }

    /** Whether {@code small} may follow: five after twenty, anything after hundred. */
    private static boolean mayFollow(long last, int small, boolean and) {
        boolean isTens = last >= 20 && last < 100 && last % 10 == 0;
        return isTens && !and && small < 10 && small > 0
                || last >= 100 && (last == 100 ? small < 100 : !and || small < 100);
    }

    /** The factor that a word means, such as 1,000,000 for million; 1 for any other word. */
    static BigDecimal factor(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "k" -> BigDecimal.valueOf(1000);
            case "bn" -> BigDecimal.valueOf(1_000_000_000L);
            default -> BigDecimal.valueOf(FACTORS.getOrDefault(word.toLowerCase(Locale.ROOT), 1L));
        };
    }
}
