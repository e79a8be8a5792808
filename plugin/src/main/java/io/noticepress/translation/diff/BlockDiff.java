package io.noticepress.translation.diff;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.text.BlockText;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the blocks of a text with those of another, or with what they were. */
public final class BlockDiff {
    private static final int MAX_NAMED = 5;

    /** How many characters of a block are quoted. */
    private static final int EXCERPT_LENGTH = 24;

    /** The largest table of comparisons, in cells: texts that differ in more than 1,000 blocks are only said to differ. */
    private static final int MAX_CELLS = 1_000_000;

    private BlockDiff() {}

    /**
     * What became of an original since a basis was recorded.
     *
     * @param changedAnchors the anchors of the blocks that are new or changed, {@code title} for the title
     * @param deletedBlocks how many blocks were deleted
     */
    public record OriginalChange(List<String> changedAnchors, int deletedBlocks) {
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

    /** Which blocks of an original are new or changed since a basis was recorded, and how many are gone. */
    public static OriginalChange sinceBasis(List<String> basis, Findings original) {
        List<String> now = List.of(original.basis().split(" "));
        List<String> names = fingerprintAnchors(original, now.size());
        boolean[] kept = new boolean[now.size()];
        int common = markCommon(basis, now, kept);
        List<String> fresh = new ArrayList<>();
        for (int i = 1; i < now.size(); i++) {
            if (!kept[i]) {
                fresh.add(names.get(i));
            }
        }
        return new OriginalChange(fresh, Math.max(0, basis.size() - common - fresh.size()));
    }

    /** How the blocks of a translation differ from those of its original, and where in it that begins. */
    public record StructureDifference(Message what, Optional<Location> at) {}

    /** How the structure of a translation differs from that of its original; nothing if it does not. */
    public static Optional<StructureDifference> structure(List<BlockText> original, List<BlockText> translation) {
        List<String> there = shapes(original, false);
        List<String> here = shapes(translation, false);
        if (there.equals(here)) {
            return Optional.empty();
        }
        boolean[] plain = new boolean[there.size()];
        boolean[] numbered = new boolean[there.size()];
        // Numbers tell which of several items is the one that is missing, if the translation numbers as its original
        // does.
        boolean tell = markCommon(shapes(translation, true), shapes(original, true), numbered)
                == markCommon(here, there, plain);
        boolean[] said = tell ? numbered : plain;
        boolean[] meant = new boolean[here.size()];
        markCommon(shapes(original, tell), shapes(translation, tell), meant);
        List<BlockText> missing = unmarked(original, said);
        List<BlockText> extra = unmarked(translation, meant);
        Optional<Location> at = extra.stream()
                .findFirst()
                .map(blockText -> blockText.location(0))
                .or(() -> insertionPoint(translation, said));
        if (missing.isEmpty()) {
            return Optional.of(new StructureDifference(
                    Message.of("比原文多 {0}", "has {0} beyond the original", describe(extra)), at));
        }
        return Optional.of(new StructureDifference(
                extra.isEmpty()
                        ? Message.of("比原文少 {0}", "lacks {0} of the original", describe(missing))
                        : Message.of(
                                "比原文少 {0}；多 {1}",
                                "lacks {0} of the original; has {1} beyond it", describe(missing), describe(extra)),
                at));
    }

    /** Of each block its kind, and its number if that is to count. */
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

    /** The block of a translation that stands where one of the original is missing; else its last. */
    private static Optional<Location> insertionPoint(List<BlockText> translation, boolean[] said) {
        int first = 0;
        while (first < said.length && said[first]) {
            first++;
        }
        return translation.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        translation.get(Math.min(first, translation.size() - 1)).location(0));
    }

    /** The first few blocks with their lines and first words. */
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
                                "item with {0} items in it", blockText.shape().substring(2));
            case 't' ->
                Message.of("{0} 行的表格", "table of {0} rows", blockText.shape().substring(1));
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

    /** The anchor of each fingerprint: the version has none, the title is called so, items within items have no fingerprint. */
    private static List<String> fingerprintAnchors(Findings original, int size) {
        List<String> names = new ArrayList<>(List.of("v1", "title"));
        for (String anchor : original.anchors().split(" ")) {
            if (!anchor.matches("[ip]\\d+-.*") && !anchor.isEmpty()) {
                names.add(anchor);
            }
        }
        boolean fits = names.size() == size;
        for (int i = 2; !fits && i < size; i++) {
            if (i < names.size()) {
                names.set(i, "№" + (i - 1));
            } else {
                names.add("№" + (i - 1));
            }
        }
        return names;
    }

    /** How many entries two lists have in common in the same order; marks those of the second list. */
    private static int markCommon(List<String> before, List<String> now, boolean[] kept) {
        int start = 0;
        while (start < before.size() && start < now.size() && before.get(start).equals(now.get(start))) {
            kept[start++] = true;
        }
        int end = 0;
        while (before.size() - end > start
                && now.size() - end > start
                && before.get(before.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            kept[now.size() - 1 - end++] = true;
        }
        List<String> a = before.subList(start, before.size() - end);
        List<String> b = now.subList(start, now.size() - end);
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
                kept[start + j++] = true;
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
