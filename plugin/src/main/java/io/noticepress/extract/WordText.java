package io.noticepress.extract;

import io.noticepress.extract.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The text of a part of a Word file, paragraph by paragraph. Revisions are accepted: what was deleted is left out. */
final class WordText {
    private static final int DEEPEST = 100;

    private final Numbers numbers;
    private final Styles styles;
    private final Map<String, Integer> notes;
    private final List<Line> lines = new ArrayList<>();
    private int depth;

    /** A reader that numbers footnotes by their ids. */
    WordText(Numbers numbers, Styles styles, Map<String, Integer> notes) {
        this.numbers = numbers;
        this.styles = styles;
        this.notes = notes;
    }

    /** The lines of a body, a cell or a text box. */
    List<Line> lines(Element container) throws Refused {
        blocks(container);
        return lines;
    }

    private void blocks(Element container) throws Refused {
        if (++depth > DEEPEST) {
            throw new Refused(
                    io.noticepress.problem.ProblemCode.TOO_COMPLEX, "文件嵌套太深", "the document is nested too deep");
        }
        for (Element child : Markup.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> blocks(child);
                case "del", "moveFrom" -> lines.add(Line.leftOut(Texts.of(child), "deleted"));
                default -> {}
            }
        }
        depth--;
    }

    private void paragraph(Element paragraph) throws Refused {
        Runs runs = new Runs(styles, notes);
        runs.of(paragraph, Kind.LINE);
        for (Element box : runs.boxes()) {
            lines.addAll(new WordText(numbers, styles, notes).lines(box));
        }
        lines.addAll(runs.aside());
        String lead = runs.text().isBlank() ? "" : numbers.next(paragraph);
        String[] pieces = runs.text().split("(?<=\\n)", -1);
        int from = 0;
        for (int i = 0; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            lines.add(new Line(
                    last ? Kind.PARAGRAPH : Kind.LINE,
                    pieces[i],
                    i == 0 ? lead : "",
                    0,
                    -1,
                    -1,
                    within(runs.marks(), from, from + pieces[i].length(), last),
                    List.of(),
                    ""));
            from += pieces[i].length();
        }
    }

    /** The marks of one of the lines that soft breaks make of a paragraph. */
    private static List<Mark> within(List<Mark> marks, int from, int to, boolean last) {
        return marks.stream()
                .filter(mark -> mark.from() < to || last)
                .filter(mark -> mark.to() > from || mark.from() == mark.to() && mark.from() >= from)
                .map(mark -> new Mark(
                        mark.kind(), Math.max(mark.from(), from) - from, Math.min(mark.to(), to) - from, mark.words()))
                .toList();
    }

    private void table(Element table) throws Refused {
        for (Element row : Markup.children(table, "tr")) {
            StringBuilder text = new StringBuilder();
            List<Integer> lengths = new ArrayList<>();
            List<Line> aside = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            for (Element cell : Markup.children(row, "tc")) {
                StringBuilder words = new StringBuilder();
                for (Line line : new WordText(numbers, styles, notes).lines(cell)) {
                    if (line.kind() == Kind.LEFT_OUT || line.kind() == Kind.REMARK) {
                        aside.add(line);
                        continue;
                    }
                    int offset = text.length() + words.length();
                    boolean parted = !words.toString().isBlank() && !line.text().isBlank();
                    String before = (parted ? " " : "") + line.lead();
                    if (!before.isEmpty()) {
                        marks.add(new Mark(Mark.Kind.INSERTED, offset, offset, before));
                    }
                    line.marks().forEach(mark -> marks.add(mark.moved(offset)));
                    words.append(line.text());
                }
                text.append(words);
                lengths.add(words.length());
                String span = Markup.value(cell, "val", "tcPr", "gridSpan");
                boolean merged = span.matches("[2-9]|[1-9]\\d")
                        || Markup.child(cell, "tcPr", "vMerge").isPresent();
                for (int i = 1; span.matches("[2-9]|[1-9]\\d") && i < Integer.parseInt(span); i++) {
                    lengths.add(0);
                }
                if (merged) {
                    aside.add(Line.remark("merged"));
                }
            }
            if (!lengths.isEmpty()) {
                lines.add(new Line(Kind.ROW, text.toString(), "", 0, -1, -1, marks, lengths, ""));
            }
            lines.addAll(aside);
        }
    }

    /** All text below an element, whatever it is in. */
    static final class Texts {
        private Texts() {}

        static String of(Element element) {
            StringBuilder out = new StringBuilder();
            gather(element, out);
            return out.toString();
        }

        private static void gather(Element element, StringBuilder out) {
            for (Element child : Markup.children(element)) {
                out.append(own(child).orElse(""));
                gather(child, out);
            }
        }

        /** The characters an element stands for itself; a blank or break is one. */
        static Optional<String> own(Element element) {
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
