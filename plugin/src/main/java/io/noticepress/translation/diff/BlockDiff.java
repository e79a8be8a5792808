package io.noticepress.translation.diff;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.text.BlockText;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the blocks of a text with those of another text or of an earlier version. An original of blocks {@code p i s} and a
 * translation of {@code p s} differ by one missing item.
 */
public final class BlockDiff {
    private static final int MAX_NAMED = 5;

    /** The number of characters quoted from a block. */
    private static final int EXCERPT_LENGTH = 24;

    /** The maximum size of the LCS table, in cells. Beyond it, all blocks between the common start and end count as different. */
    private static final int MAX_CELLS = 1_000_000;

    private BlockDiff() {}

    /**
     * What has changed in an original since a basis was recorded.
     *
     * @param changedAnchors the anchors of the blocks that are new or changed, {@code title} for the title
     * @param deletedBlocks the number of deleted blocks
     */
    public record OriginalChange(List<String> changedAnchors, int deletedBlocks) {
        /** The change in words. */
        public Message describe() {
            Message named = listAnchors(changedAnchors);
            Message changed = new Message(named.zh().replace("title", "标题"), named.en());
            if (changedAnchors.isEmpty()) {
                return Message.of(
                        "译文落后于原文：原文删去了 {0} 段", "behind its original: blocks deleted there: {0}", deletedBlocks);
            }
            return deletedBlocks == 0
                    ? Message.of("译文落后于原文：{0} 已改动", "behind its original: {0} changed there", changed)
                    : Message.of(
                            "译文落后于原文：{0} 已改动，另删去 {1} 段",
                            "behind its original: {0} changed there, blocks deleted: {1}", changed, deletedBlocks);
        }
    }

    /** The blocks of an original that are new or changed since a basis was recorded, and the number of deleted ones. */
    public static OriginalChange sinceBasis(List<String> basis, Findings original) {
        List<String> current = List.of(original.basis().split(" "));
        List<String> names = fingerprintAnchors(original, current.size());
        boolean[] unchanged = new boolean[current.size()];
        int common = markCommon(basis, current, unchanged);
        List<String> changed = new ArrayList<>();
        for (int i = 1; i < current.size(); i++) {
            if (!unchanged[i]) {
                changed.add(names.get(i));
            }
        }
        return new OriginalChange(changed, Math.max(0, basis.size() - common - changed.size()));
    }

    /** How the blocks of a translation differ from those of its original, and where in the translation the difference begins. */
    public record StructureDifference(Message what, Optional<Location> at) {}

    /** How the structure of a translation differs from that of its original; empty if it does not. */
    public static Optional<StructureDifference> structure(List<BlockText> original, List<BlockText> translation) {
        List<String> expected = shapes(original, false);
        List<String> actual = shapes(translation, false);
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        boolean[] plain = new boolean[expected.size()];
        boolean[] numbered = new boolean[expected.size()];
        // If the translation has the same numbering, the numbers show which of several equal items is missing.
        boolean sameNumbering = markCommon(shapes(translation, true), shapes(original, true), numbered)
                == markCommon(actual, expected, plain);
        boolean[] translated = sameNumbering ? numbered : plain;
        boolean[] inOriginal = new boolean[actual.size()];
        markCommon(shapes(original, sameNumbering), shapes(translation, sameNumbering), inOriginal);
        List<BlockText> missing = unmarked(original, translated);
        List<BlockText> extra = unmarked(translation, inOriginal);
        Optional<Location> at = extra.stream()
                .findFirst()
                .map(blockText -> blockText.location(0))
                .or(() -> insertionPoint(translation, translated));
        if (missing.isEmpty()) {
            return Optional.of(
                    new StructureDifference(Message.of("比原文多 {0}", "not in the original: {0}", describe(extra)), at));
        }
        return Optional.of(new StructureDifference(
                extra.isEmpty()
                        ? Message.of("比原文少 {0}", "missing from the translation: {0}", describe(missing))
                        : Message.of(
                                "比原文少 {0}；多 {1}",
                                "missing from the translation: {0}; not in the original: {1}",
                                describe(missing),
                                describe(extra)),
                at));
    }

    /** The shape of each block, {@code i}, with its number if {@code numbered}: {@code i#3}. */
    private static List<String> shapes(List<BlockText> blocks, boolean numbered) {
        return blocks.stream()
                .map(blockText -> numbered ? blockText.shape() + "#" + blockText.number() : blockText.shape())
                .toList();
    }

    private static List<BlockText> unmarked(List<BlockText> blocks, boolean[] marked) {
        List<BlockText> found = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            if (!marked[i]) {
                found.add(blocks.get(i));
            }
        }
        return found;
    }

    /** The block of a translation at the position of the first missing one; the last block if there is none. */
    private static Optional<Location> insertionPoint(List<BlockText> translation, boolean[] translated) {
        int first = 0;
        while (first < translated.length && translated[first]) {
            first++;
        }
        return translation.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        translation.get(Math.min(first, translation.size() - 1)).location(0));
    }

    /** The first few blocks, with their lines and first words. */
    private static Message describe(List<BlockText> blocks) {
        Message all = Message.of("", "");
        for (BlockText blockText : blocks.subList(0, Math.min(MAX_NAMED, blocks.size()))) {
            String text = blockText.text().replace('\n', ' ').strip();
            int end = text.offsetByCodePoints(0, Math.min(EXCERPT_LENGTH, text.codePointCount(0, text.length())));
            String head = end < text.length() ? text.substring(0, end) + "…" : text;
            String name = blockText.anchor().isEmpty() ? "" : blockText.anchor() + " ";
            Message one = Message.of(
                    "{0}{1}（第 {2} 行“{3}”）",
                    "{0}{1} (line {2}, \"{3}\")",
                    name,
                    kindName(blockText),
                    blockText.location(0).line(),
                    head);
            all = all.zh().isEmpty() ? one : Message.of("{0}、{1}", "{0}, {1}", all, one);
        }
        int more = blocks.size() - MAX_NAMED;
        return more > 0 ? Message.of("{0} 等 {1} 段", "{0} and {2} more", all, blocks.size(), more) : all;
    }

    private static Message kindName(BlockText blockText) {
        return switch (blockText.shape().charAt(0)) {
            case 'd' -> Message.of("文件标题", "title of a document");
            case 's' ->
                Message.of("{0} 级标题", "heading of level {0}", blockText.shape().substring(1));
            case 'i' ->
                blockText.shape().length() == 1
                        ? Message.of("条目", "item")
                        : Message.of(
                                "含 {0} 个小项的条目",
                                "item with {0} subitems", blockText.shape().substring(2));
            case 't' ->
                Message.of("{0} 行的表格", "table with {0} rows", blockText.shape().substring(1));
            case 'n' -> Message.of("脚注", "footnotes");
            default -> Message.of("段落", "paragraph");
        };
    }

    private static Message listAnchors(List<String> names) {
        if (names.size() <= MAX_NAMED) {
            return Message.list(names.stream().filter(name -> !name.isEmpty()).toList());
        }
        Message first = Message.list(names.subList(0, MAX_NAMED));
        return Message.of("{0} 等 {1} 段", "{0} and {2} more", first, names.size(), names.size() - MAX_NAMED);
    }

    /** The anchor for each entry of a basis: {@code v1}, {@code title}, then one per block; nested items have no fingerprint. */
    private static List<String> fingerprintAnchors(Findings original, int size) {
        List<String> names = new ArrayList<>(List.of("v1", "title"));
        for (String anchor : original.anchors().split(" ")) {
            if (!anchor.matches("[ip]\\d+-.*") && !anchor.isEmpty()) {
                names.add(anchor);
            }
        }
        boolean matches = names.size() == size;
        for (int i = 2; !matches && i < size; i++) {
            if (i < names.size()) {
                names.set(i, "№" + (i - 1));
            } else {
                names.add("№" + (i - 1));
            }
        }
        return names;
    }

    /** The length of the longest common subsequence of two lists; marks its entries in the second list. */
    private static int markCommon(List<String> first, List<String> second, boolean[] marks) {
        int start = 0;
        while (start < first.size() && start < second.size() && first.get(start).equals(second.get(start))) {
            marks[start++] = true;
        }
        int end = 0;
        while (first.size() - end > start
                && second.size() - end > start
                && first.get(first.size() - 1 - end).equals(second.get(second.size() - 1 - end))) {
            marks[second.size() - 1 - end++] = true;
        }
        List<String> a = first.subList(start, first.size() - end);
        List<String> b = second.subList(start, second.size() - end);
        if ((long) a.size() * b.size() > MAX_CELLS) {
            return start + end;
        }
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
            if (a.get(i).equals(b.get(j))) {
                marks[start + j++] = true;
                i++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return start + end + longest[0][0];
    }
}
