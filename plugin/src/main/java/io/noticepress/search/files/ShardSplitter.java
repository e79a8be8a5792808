package io.noticepress.search.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Splits a sorted list of terms into ranges of limited weight. A range that is too heavy is split at the first bit in which its
 * first and last term differ, as in a trie, so that a term that is added or grows changes no range but its own.
 */
final class ShardSplitter {
    /** Terms from {@code from} to before {@code to}. */
    record TermRange(int from, int to) {}

    private final IntFunction<String> firstTerm;
    private final IntFunction<String> lastTerm;
    private final IntUnaryOperator weight;
    private final int maxWeight;
    private final List<TermRange> ranges = new ArrayList<>();

    private ShardSplitter(
            IntFunction<String> firstTerm, IntFunction<String> lastTerm, IntUnaryOperator weight, int maxWeight) {
        this.firstTerm = firstTerm;
        this.lastTerm = lastTerm;
        this.weight = weight;
        this.maxWeight = maxWeight;
    }

    /**
     * Splits items, each a term or several consecutive terms that stay together.
     *
     * @param firstTerm of each item
     * @param lastTerm of each item; its terms must not {@linkplain #isWithin reach} into other items
     * @param weight of each item
     * @param maxWeight of a range of more than one item
     */
    static List<TermRange> of(
            int count,
            IntFunction<String> firstTerm,
            IntFunction<String> lastTerm,
            IntUnaryOperator weight,
            int maxWeight) {
        ShardSplitter shardSplitter = new ShardSplitter(firstTerm, lastTerm, weight, maxWeight);
        if (count > 0) {
            shardSplitter.splitRange(0, count);
        }
        return shardSplitter.ranges;
    }

    private void splitRange(int from, int to) {
        long all = 0;
        for (int i = from; i < to; i++) {
            all += weight.applyAsInt(i);
        }
        if (to - from == 1 || all <= maxWeight) {
            ranges.add(new TermRange(from, to));
            return;
        }
        String first = firstTerm.apply(from);
        String last = lastTerm.apply(to - 1);
        int at = 0;
        while (at < first.length() && first.charAt(at) == last.charAt(at)) {
            at++;
        }
        int bit = at == first.length() ? 0 : Integer.highestOneBit(first.charAt(at) ^ last.charAt(at));
        int low = from; // the last term known to be in the first half
        int high = to - 1; // the first term known to be in the second half
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isInSecondHalf(firstTerm.apply(middle), at, bit)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        splitRange(from, high);
        splitRange(high, to);
    }

    /** Whether a term belongs to the range of two others: it shares the prefix up to the bit at which they would be split. */
    static boolean isWithin(String term, String first, String last) {
        return firstDifferentBit(term, first) >= firstDifferentBit(first, last);
    }

    /** The first bit in which two terms differ; each UTF-16 unit counts as 17 bits, the first of which says whether it exists. */
    private static int firstDifferentBit(String a, String b) {
        int at = 0;
        int most = Math.min(a.length(), b.length());
        while (at < most && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        int bit = at == most ? 0 : Integer.numberOfLeadingZeros(a.charAt(at) ^ b.charAt(at)) - 15;
        return a.equals(b) ? Integer.MAX_VALUE : at * 17 + bit;
    }

    /** A term that ends where the others go on is the whole first half. */
    private static boolean isInSecondHalf(String term, int at, int bit) {
        return bit == 0 ? term.length() > at : (term.charAt(at) & bit) != 0;
    }
}
