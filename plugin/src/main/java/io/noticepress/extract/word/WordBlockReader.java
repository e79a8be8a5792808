package io.noticepress.extract.word;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.ExtractedLine.LineKind;
import io.noticepress.extract.TextMark;
import io.noticepress.extract.UnreadableDocument;
import io.noticepress.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Reads the paragraphs and tables of a part of a Word file. Tracked changes are accepted: deleted and moved text is left out. */
final class WordBlockReader {
    private static final int MAX_DEPTH = 100;

    private final ListNumbering listNumbering;
    private final BoldStyles boldStyles;
    private final Map<String, Integer> noteNumbers;
    private final List<ExtractedLine> lines = new ArrayList<>();
    private int depth;

    /** @param noteNumbers the number of each footnote and endnote, by the element name and id of its references */
    WordBlockReader(ListNumbering listNumbering, BoldStyles boldStyles, Map<String, Integer> noteNumbers) {
        this.listNumbering = listNumbering;
        this.boldStyles = boldStyles;
        this.noteNumbers = noteNumbers;
    }

    /** The lines of a body, note, header, table cell or text box. */
    List<ExtractedLine> lines(Element container) throws UnreadableDocument {
        readBlocks(container);
        return lines;
    }

    private void readBlocks(Element container) throws UnreadableDocument {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableDocument(ProblemCode.TOO_COMPLEX, "文件嵌套太深", "the document is nested too deeply");
        }
        for (Element child : WordElements.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "p" -> readParagraph(child);
                case "tbl" -> readTable(child);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> readBlocks(child);
                case "del", "moveFrom" -> lines.add(ExtractedLine.leftOut(WordElements.text(child), "deleted"));
                default -> {}
            }
        }
        depth--;
    }

    private void readParagraph(Element paragraph) throws UnreadableDocument {
        ParagraphRuns paragraphRuns = new ParagraphRuns(boldStyles, noteNumbers);
        paragraphRuns.collect(paragraph);
        for (Element box : paragraphRuns.textBoxes()) {
            lines.addAll(new WordBlockReader(listNumbering, boldStyles, noteNumbers).lines(box));
        }
        lines.addAll(paragraphRuns.leftOut());
        String label = paragraphRuns.text().isBlank() ? "" : listNumbering.nextLabel(paragraph);
        String[] parts = paragraphRuns.text().split("(?<=\\n)", -1);
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            lines.add(new ExtractedLine(
                    last ? LineKind.PARAGRAPH : LineKind.LINE,
                    parts[i],
                    i == 0 ? label : "",
                    0,
                    -1,
                    -1,
                    marksWithin(paragraphRuns.marks(), start, start + parts[i].length(), last),
                    List.of(),
                    ""));
            start += parts[i].length();
        }
    }

    /** The marks of one line of a paragraph that line breaks divide, relative to the line's start. */
    private static List<TextMark> marksWithin(List<TextMark> marks, int from, int to, boolean last) {
        return marks.stream()
                .filter(textMark -> textMark.from() < to || last)
                .filter(textMark -> textMark.to() > from || textMark.from() == textMark.to() && textMark.from() >= from)
                .map(textMark -> new TextMark(
                        textMark.kind(),
                        Math.max(textMark.from(), from) - from,
                        Math.min(textMark.to(), to) - from,
                        textMark.text()))
                .toList();
    }

    private void readTable(Element table) throws UnreadableDocument {
        for (Element row : WordElements.children(table, "tr")) {
            StringBuilder text = new StringBuilder();
            List<Integer> lengths = new ArrayList<>();
            List<ExtractedLine> notText = new ArrayList<>();
            List<TextMark> marks = new ArrayList<>();
            for (Element cell : WordElements.children(row, "tc")) {
                int start = text.length();
                appendCell(cell, text, marks, notText);
                lengths.add(text.length() - start);
                String span = WordElements.attribute(cell, "val", "tcPr", "gridSpan");
                boolean spansColumns = span.matches("[2-9]|[1-9]\\d");
                for (int i = 1; spansColumns && i < Integer.parseInt(span); i++) {
                    lengths.add(0);
                }
                if (spansColumns || WordElements.child(cell, "tcPr", "vMerge").isPresent()) {
                    notText.add(ExtractedLine.remark("merged"));
                }
            }
            if (!lengths.isEmpty()) {
                lines.add(new ExtractedLine(LineKind.ROW, text.toString(), "", 0, -1, -1, marks, lengths, ""));
            }
            lines.addAll(notText);
        }
    }

    /** Appends the text of a cell to that of its row; its paragraphs are separated by an inserted space. */
    private void appendCell(Element cell, StringBuilder rowText, List<TextMark> marks, List<ExtractedLine> notText)
            throws UnreadableDocument {
        StringBuilder text = new StringBuilder();
        for (ExtractedLine line : new WordBlockReader(listNumbering, boldStyles, noteNumbers).lines(cell)) {
            if (line.kind() == LineKind.LEFT_OUT || line.kind() == LineKind.REMARK) {
                notText.add(line);
                continue;
            }
            int offset = rowText.length() + text.length();
            boolean needsSpace = !text.toString().isBlank() && !line.text().isBlank();
            String inserted = (needsSpace ? " " : "") + line.computedLabel();
            if (!inserted.isEmpty()) {
                marks.add(new TextMark(TextMark.MarkKind.INSERTED, offset, offset, inserted));
            }
            line.marks().forEach(textMark -> marks.add(textMark.shifted(offset)));
            text.append(line.text());
        }
        rowText.append(text);
    }
}
