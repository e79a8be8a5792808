package io.noticepress.render.views.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Aligns two sequences of anchors by their longest common subsequence: {@code p1 i1 p2} and {@code p1 i1 i2 p2} become
 * {@code p1=p1 i1=i1 -=i2 p2=p2}.
 */
final class AnchorAlignment {
    private static final int NONE = -1;

    /**
     * Two indices, of the left and of the right sequence.
     *
     * @param left from 0; {@code -1} if the right one has no counterpart
     * @param right from 0; {@code -1} if the left one has no counterpart
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

    /** Every index of both sequences once, each sequence in its order. */
    static List<AlignedPair> of(List<String> lefts, List<String> rights) {
        List<AlignedPair> rows = new ArrayList<>();
        int left = 0;
        int right = 0;
        for (AlignedPair pair : longestCommonSubsequence(lefts, rights)) {
            addUnpaired(rows, left, pair.left, right, pair.right);
            rows.add(pair);
            left = pair.left + 1;
            right = pair.right + 1;
        }
        addUnpaired(rows, left, lefts.size(), right, rights.size());
        return rows;
    }

    private static void addUnpaired(List<AlignedPair> rows, int left, int leftEnd, int right, int rightEnd) {
        for (int i = left; i < leftEnd; i++) {
            rows.add(new AlignedPair(i, NONE));
        }
        for (int i = right; i < rightEnd; i++) {
            rows.add(new AlignedPair(NONE, i));
        }
    }

    /**
     * Found as the longest increasing subsequence of the right indices of the left anchors (patience sorting), since no
     * anchor occurs twice in a sequence.
     */
    private static List<AlignedPair> longestCommonSubsequence(List<String> lefts, List<String> rights) {
        Map<String, Integer> rightIndices = new HashMap<>();
        for (int i = 0; i < rights.size(); i++) {
            rightIndices.put(rights.get(i), i);
        }
        int[] rightOf = lefts.stream()
                .mapToInt(anchor -> rightIndices.getOrDefault(anchor, NONE))
                .toArray();
        int[] ends = new int[rightOf.length]; // by length: the lowest right index at which a subsequence ends
        int[] lasts = new int[rightOf.length]; // by length: the left index there
        int[] before = new int[rightOf.length]; // by left index: the left index before it in its subsequence
        int length = 0;
        for (int left = 0; left < rightOf.length; left++) {
            if (rightOf[left] != NONE) {
                int found = Arrays.binarySearch(ends, 0, length, rightOf[left]);
                int at = found < 0 ? -found - 1 : found;
                ends[at] = rightOf[left];
                lasts[at] = left;
                before[left] = at == 0 ? NONE : lasts[at - 1];
                length = Math.max(length, at + 1);
            }
        }
        LinkedList<AlignedPair> pairs = new LinkedList<>();
        for (int left = length == 0 ? NONE : lasts[length - 1]; left != NONE; left = before[left]) {
            pairs.addFirst(new AlignedPair(left, rightOf[left]));
        }
        return pairs;
    }
}
