package io.noticepress.content;

import io.noticepress.markdown.Findings;
import io.noticepress.problem.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the blocks of a text with those of another, or with what they were. */
final class Blocks {
    private static final int NAMED = 5;

    /** The largest table of comparisons, in cells: texts that differ in more than 1,000 blocks are only said to differ. */
    private static final int CELLS = 1_000_000;

    private Blocks() {}

    /** Which blocks of an original are new or changed since a basis was recorded, and how many are gone. */
    static Phrase changed(List<String> basis, Findings original) {
        List<String> now = List.of(original.basis().split(" "));
        List<String> names = names(original, now.size());
        boolean[] kept = new boolean[now.size()];
        int common = common(basis, now, kept);
        List<String> fresh = new ArrayList<>();
        for (int i = 1; i < now.size(); i++) {
            if (!kept[i]) {
                fresh.add(names.get(i));
            }
        }
        int gone = Math.max(0, basis.size() - common - fresh.size());
        Phrase named = some(fresh);
        Phrase changed = new Phrase(named.zh().replace("title", "标题"), named.en());
        if (fresh.isEmpty()) {
            return Phrase.of("译文落后于原文：原文删去了 {0} 段", "behind its original: blocks deleted there: {0}", gone);
        }
        return gone == 0
                ? Phrase.of("译文落后于原文：{0} 已改动", "behind its original: {0} changed there", changed)
                : Phrase.of(
                        "译文落后于原文：{0} 已改动，另删去 {1} 段",
                        "behind its original: {0} changed there, blocks deleted: {1}", changed, gone);
    }

    /** How the structure of a translation differs from that of its original; nothing if it does not, or one was not parsed. */
    static Optional<Phrase> compare(Findings original, Findings translation) {
        boolean parsed = !original.basis().isEmpty() && !translation.basis().isEmpty();
        if (!parsed || original.anchors().equals(translation.anchors())) {
            return Optional.empty();
        }
        Set<String> there = new LinkedHashSet<>(Arrays.asList(original.anchors().split(" ")));
        Set<String> here =
                new LinkedHashSet<>(Arrays.asList(translation.anchors().split(" ")));
        List<String> missing =
                there.stream().filter(anchor -> !here.contains(anchor)).toList();
        List<String> extra =
                here.stream().filter(anchor -> !there.contains(anchor)).toList();
        if (missing.isEmpty() && extra.isEmpty()) {
            return Optional.of(Phrase.of("各段的顺序与原文不同", "the blocks stand in another order than in the original"));
        }
        if (extra.isEmpty()) {
            return Optional.of(Phrase.of("比原文少 {0}", "lacks {0} of the original", some(missing)));
        }
        return Optional.of(
                missing.isEmpty()
                        ? Phrase.of("比原文多 {0}", "has {0} beyond the original", some(extra))
                        : Phrase.of(
                                "比原文少 {0}，多 {1}",
                                "lacks {0} of the original and has {1} beyond it", some(missing), some(extra)));
    }

    private static Phrase some(List<String> names) {
        if (names.size() <= NAMED) {
            return Phrase.list(names.stream().filter(name -> !name.isEmpty()).toList());
        }
        Phrase first = Phrase.list(names.subList(0, NAMED));
        return Phrase.of("{0} 等 {1} 段", "{0} and {2} more", first, names.size(), names.size() - NAMED);
    }

    /** The anchor of each fingerprint: the version has none, the title is called so, items within items have no fingerprint. */
    private static List<String> names(Findings original, int size) {
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
    private static int common(List<String> before, List<String> now, boolean[] kept) {
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
        if ((long) a.size() * b.size() > CELLS) {
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
