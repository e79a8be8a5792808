package io.noticepress.render.views.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/** Sets two sequences of anchors side by side: as many of the anchors they share as stand in the same order in both. */
final class AnchorAlignment {
    private static final int NONE = -1;

    /**
     * Two places that belong together.
     *
     * @param left from 0; {@code -1} where the right one stands alone
     * @param right from 0; {@code -1} where the left one stands alone
     */
    record AlignedPair(int left, int right) {
        boolean hasLeft() {
            return left != NONE;
        }

        boolean hasRight() {
            return right != NONE;
        }
    }

    private AnchorAlignment() {}

    /** Every place of both sequences once, each sequence in its order; what has no counterpart stands alone. */
    static List<AlignedPair> of(List<String> lefts, List<String> rights) {
        List<AlignedPair> rows = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (AlignedPair met : longestCommonSubsequence(lefts, rights)) {
            addUnpaired(rows, left, met.left, right, met.right);
            rows.add(met);
            left = met.left + 1;
            right = met.right + 1;
        }
        addUnpaired(rows, left, lefts.size(), right, rights.size());
        return rows;
    }

    private static void addUnpaired(List<AlignedPair> rows, int left, int leftEnd, int right, int rightEnd) {
        for (int place = left; place < leftEnd; place++) {
            rows.add(new AlignedPair(place, NONE));
        }
        for (int place = right; place < rightEnd; place++) {
            rows.add(new AlignedPair(NONE, place));
        }
    }

    /** The longest increasing subsequence of the right places of the left anchors; no anchor stands twice in a sequence. */
    private static List<AlignedPair> longestCommonSubsequence(List<String> lefts, List<String> rights) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < rights.size(); place++) {
            places.put(rights.get(place), place);
        }
        int[] place = lefts.stream()
                .mapToInt(anchor -> places.getOrDefault(anchor, NONE))
                .toArray();
        int[] ends = new int[place.length]; // the lowest place at which a subsequence of each length ends
        int[] lasts = new int[place.length]; // and its last left one
        int[] before = new int[place.length];
        int length = 0;
        for (int left = 0; left < place.length; left++) {
            if (place[left] != NONE) {
                int found = Arrays.binarySearch(ends, 0, length, place[left]);
                int at = found < 0 ? -found - 1 : found;
                ends[at] = place[left];
                lasts[at] = left;
                before[left] = at == 0 ? NONE : lasts[at - 1];
                length = Math.max(length, at + 1);
            }
        }
        LinkedList<AlignedPair> met = new LinkedList<>();
        for (int left = length == 0 ? NONE : lasts[length - 1]; left != NONE; left = before[left]) {
            met.addFirst(new AlignedPair(left, place[left]));
        }
        return met;
    }
}
