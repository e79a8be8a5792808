package io.noticepress.intake;

import io.noticepress.extract.ExtractedLine;
import java.util.Map;
import java.util.TreeMap;

/** What is no part of the text but must not be lost: footnotes, and what an editor should know of. */
final class Asides {
    private final Source source;
    private final Letters letters;
    private final Draft draft;

    Asides(Source source, Ledger ledger, Draft draft) {
        this.source = source;
        this.letters = new Letters(ledger);
        this.draft = draft;
    }

    void take() {
        Map<String, Integer> remarks = new TreeMap<>();
        for (int i = 0; i < source.lines().size(); i++) {
            ExtractedLine extractedLine = source.lines().get(i);
            if (extractedLine.kind() == ExtractedLine.LineKind.REMARK) {
                remarks.merge(extractedLine.reason().replaceFirst(" .*", ""), 1, Integer::sum);
            } else if (extractedLine.kind() == ExtractedLine.LineKind.NOTE) {
                int from = source.starts().get(i);
                Strand words = letters.stripped(letters.seen(Strand.of(
                        source.text(), from, from + extractedLine.text().length())));
                if (!words.isEmpty()) {
                    draft.notes.merge(
                            extractedLine.reason(),
                            words,
                            (a, b) -> a.plus(Strand.typed(" ")).plus(b));
                }
            }
        }
        remarks.forEach((what, times) -> {
            switch (what) {
                case "picture" ->
                    draft.remark(
                            "来源有图片 " + times + " 处，未导入（印章不得导入）",
                            times + " pictures of the source are left out; seals must be");
                case "merged" -> draft.remark("表格有合并单元格 " + times + " 处，须核对", "cells of tables are merged: check them");
                case "symbol" -> draft.remark("来源有特殊符号 " + times + " 处，未导入", "symbols of the source are left out");
                default ->
                    draft.remark(
                            "来源有未导入的内容 " + times + " 处：" + what, times + " things of the source are left out: " + what);
            }
        });
    }
}
