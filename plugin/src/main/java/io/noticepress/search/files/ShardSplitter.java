package io.noticepress.search.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Cuts a list of terms into runs that are not too large, at the bits in which they differ: a run is halved where its first and
 * last term first differ. So a term that is added, or grows, changes its own run only, however many others there are.
 */
final class ShardSplitter {
    /** A run of terms. */
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
     * The runs of some terms.
     *
     * @param term the first of those that stay together, mostly one
     * @param end the last of them; they must not {@linkplain #isWithin reach} into others
     * @param size of each, in whatever is counted
     * @param most of a run of more than one term
     */
    static List<TermRange> of(
            int count, IntFunction<String> term, IntFunction<String> end, IntUnaryOperator size, int most) {
        ShardSplitter shardSplitter = new ShardSplitter(term, end, size, most);
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
        int low = from; // the last term known to be on the near side
        int high = to - 1; // the first known to be on the far side
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isFar(firstTerm.apply(middle), at, bit)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        splitRange(from, high);
        splitRange(high, to);
    }

    /** Whether a term stands where those from one to another would be halved, or in either half. */
    static boolean isWithin(String term, String first, String last) {
        return firstDifferentBit(term, first) >= firstDifferentBit(first, last);
    }

    /** The first bit in which two terms differ, counted from the first bit of the first unit; before it, whether one has ended. */
    private static int firstDifferentBit(String a, String b) {
        int at = 0;
        int most = Math.min(a.length(), b.length());
        while (at < most && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        int bit = at == most ? 0 : Integer.numberOfLeadingZeros(a.charAt(at) ^ b.charAt(at)) - 15;
        return a.equals(b) ? Integer.MAX_VALUE : at * 17 + bit;
    }

    /** A term that ends where others go on stands alone before them. */
    private static boolean isFar(String term, int at, int bit) {
        return bit == 0 ? term.length() > at : (term.charAt(at) & bit) != 0;
    }
}
