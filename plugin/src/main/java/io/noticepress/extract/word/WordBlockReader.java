package io.noticepress.extract.word;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.ExtractedLine.LineKind;
import io.noticepress.extract.TextMark;
import io.noticepress.extract.UnreadableDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The text of a part of a Word file, paragraph by paragraph. Revisions are accepted: what was deleted is left out. */
final class WordBlockReader {
    private static final int MAX_DEPTH = 100;

    private final ListNumbering listNumbering;
    private final BoldStyles boldStyles;
    private final Map<String, Integer> noteNumbers;
    private final List<ExtractedLine> lines = new ArrayList<>();
    private int depth;

    /** A reader that numbers footnotes by their ids. */
    WordBlockReader(ListNumbering listNumbering, BoldStyles boldStyles, Map<String, Integer> noteNumbers) {
        this.listNumbering = listNumbering;
        this.boldStyles = boldStyles;
        this.noteNumbers = noteNumbers;
    }

    /** The lines of a body, a cell or a text box. */
    List<ExtractedLine> lines(Element container) throws UnreadableDocument {
        blocks(container);
        return lines;
    }

    private void blocks(Element container) throws UnreadableDocument {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableDocument(
                    io.noticepress.problem.ProblemCode.TOO_COMPLEX, "文件嵌套太深", "the document is nested too deep");
        }
        for (Element child : WordElements.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> blocks(child);
                case "del", "moveFrom" -> lines.add(ExtractedLine.leftOut(ElementText.of(child), "deleted"));
                default -> {}
            }
        }
        depth--;
    }

    private void paragraph(Element paragraph) throws UnreadableDocument {
        ParagraphRuns paragraphRuns = new ParagraphRuns(boldStyles, noteNumbers);
        paragraphRuns.collect(paragraph, LineKind.LINE);
        for (Element box : paragraphRuns.textBoxes()) {
            lines.addAll(new WordBlockReader(listNumbering, boldStyles, noteNumbers).lines(box));
        }
        lines.addAll(paragraphRuns.leftOut());
        String lead = paragraphRuns.text().isBlank() ? "" : listNumbering.nextLabel(paragraph);
        String[] pieces = paragraphRuns.text().split("(?<=\\n)", -1);
        int from = 0;
        for (int i = 0; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            lines.add(new ExtractedLine(
                    last ? LineKind.PARAGRAPH : LineKind.LINE,
                    pieces[i],
                    i == 0 ? lead : "",
                    0,
                    -1,
                    -1,
                    marksWithin(paragraphRuns.marks(), from, from + pieces[i].length(), last),
                    List.of(),
                    ""));
            from += pieces[i].length();
        }
    }

    /** The marks of one of the lines that soft breaks make of a paragraph. */
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

    private void table(Element table) throws UnreadableDocument {
        for (Element row : WordElements.children(table, "tr")) {
            StringBuilder text = new StringBuilder();
            List<Integer> lengths = new ArrayList<>();
            List<ExtractedLine> aside = new ArrayList<>();
            List<TextMark> marks = new ArrayList<>();
            for (Element cell : WordElements.children(row, "tc")) {
                StringBuilder words = new StringBuilder();
                for (ExtractedLine extractedLine :
                        new WordBlockReader(listNumbering, boldStyles, noteNumbers).lines(cell)) {
                    if (extractedLine.kind() == LineKind.LEFT_OUT || extractedLine.kind() == LineKind.REMARK) {
                        aside.add(extractedLine);
                        continue;
                    }
                    int offset = text.length() + words.length();
                    boolean parted =
                            !words.toString().isBlank() && !extractedLine.text().isBlank();
                    String before = (parted ? " " : "") + extractedLine.computedLabel();
                    if (!before.isEmpty()) {
                        marks.add(new TextMark(TextMark.MarkKind.INSERTED, offset, offset, before));
                    }
                    extractedLine.marks().forEach(textMark -> marks.add(textMark.shifted(offset)));
                    words.append(extractedLine.text());
                }
                text.append(words);
                lengths.add(words.length());
                String span = WordElements.attribute(cell, "val", "tcPr", "gridSpan");
                boolean merged = span.matches("[2-9]|[1-9]\\d")
                        || WordElements.child(cell, "tcPr", "vMerge").isPresent();
                for (int i = 1; span.matches("[2-9]|[1-9]\\d") && i < Integer.parseInt(span); i++) {
                    lengths.add(0);
                }
                if (merged) {
                    aside.add(ExtractedLine.remark("merged"));
                }
            }
            if (!lengths.isEmpty()) {
                lines.add(new ExtractedLine(LineKind.ROW, text.toString(), "", 0, -1, -1, marks, lengths, ""));
            }
            lines.addAll(aside);
        }
    }

    /** All text below an element, whatever it is in. */
    static final class ElementText {
        private ElementText() {}

        static String of(Element element) {
            StringBuilder out = new StringBuilder();
            gather(element, out);
            return out.toString();
        }

        private static void gather(Element element, StringBuilder out) {
            for (Element child : WordElements.children(element)) {
                out.append(ownText(child).orElse(""));
                gather(child, out);
            }
        }

        /** The characters an element stands for itself; a blank or break is one. */
        static Optional<String> ownText(Element element) {
            return switch (String.valueOf(element.getLocalName())) {
                case "t", "delText", "instrText", "delInstrText" -> Optional.of(element.getTextContent());
                case "tab" -> "r".equals(element.getParentNode().getLocalName()) ? Optional.of("\t") : Optional.empty();
                case "br", "cr" ->
                    "r".equals(element.getParentNode().getLocalName()) ? Optional.of("\n") : Optional.empty();
                case "noBreakHyphen" -> Optional.of("-");
                default -> Optional.empty();
            };
        }
    }
}
