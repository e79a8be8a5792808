package io.noticepress.importer.recognise;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.clean.CharCleaner;
import io.noticepress.importer.source.MappedText;
import io.noticepress.importer.source.SourceDocument;
import java.util.Map;
import java.util.TreeMap;

/** Collects the footnotes of a source, and remarks about content that was not imported. */
public final class FootnoteCollector {
    private final SourceDocument sourceDocument;
    private final CharCleaner charCleaner;
    private final RecognisedDocument document;

    public FootnoteCollector(SourceDocument sourceDocument, CharLedger charLedger, RecognisedDocument document) {
        this.sourceDocument = sourceDocument;
        this.charCleaner = new CharCleaner(charLedger);
        this.document = document;
    }

    /** Adds them to the document. */
    public void collect() {
        Map<String, Integer> remarks = new TreeMap<>();
        for (int i = 0; i < sourceDocument.lines().size(); i++) {
            ExtractedLine extractedLine = sourceDocument.lines().get(i);
            if (extractedLine.kind() == ExtractedLine.LineKind.REMARK) {
                remarks.merge(extractedLine.reason().replaceFirst(" .*", ""), 1, Integer::sum);
            } else if (extractedLine.kind() == ExtractedLine.LineKind.NOTE) {
                int from = sourceDocument.lineStarts().get(i);
                MappedText words = charCleaner.stripped(charCleaner.visible(MappedText.of(
                        sourceDocument.text(), from, from + extractedLine.text().length())));
                if (!words.isEmpty()) {
                    document.footnotes.merge(
                            extractedLine.reason(),
                            words,
                            (a, b) -> a.plus(MappedText.unmapped(" ")).plus(b));
                }
            }
        }
        remarks.forEach((subject, count) -> {
            switch (subject) {
                case "picture" ->
                    document.addRemark(
                            "来源有图片 " + count + " 处，未导入（印章不得导入）",
                            count + " pictures of the source are left out; seals must be");
                case "merged" ->
                    document.addRemark("表格有合并单元格 " + count + " 处，须核对", "cells of tables are merged: check them");
                case "symbol" ->
                    document.addRemark("来源有特殊符号 " + count + " 处，未导入", "symbols of the source are left out");
                default ->
                    document.addRemark(
                            "来源有未导入的内容 " + count + " 处：" + subject,
                            count + " things of the source are left out: " + subject);
            }
        });
    }
}
