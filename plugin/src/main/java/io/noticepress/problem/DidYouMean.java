package io.noticepress.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the candidate that a mistyped word most likely means: of {@code issuer} and {@code issued}, {@code isuer} means the first. */
public final class DidYouMean {
    private DidYouMean() {}

    /** The candidate closest to {@code word}; empty if each differs in more than a third of the word's letters. */
    public static Optional<String> suggest(String word, Collection<String> candidates) {
        String typed = word.strip().toLowerCase(Locale.ROOT);
        int maxDistance = Math.max(1, typed.length() / 3);
        String best = null;
        int bestDistance = maxDistance + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - typed.length()) > maxDistance) {
                continue;
            }
            int distance = distance(typed, candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Edit distance in insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
