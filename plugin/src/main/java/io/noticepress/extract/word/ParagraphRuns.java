package io.noticepress.extract.word;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Reads the runs of a paragraph (ECMA-376-1, 17.3.2): its text, marks, left-out text and the text boxes anchored in it. */
final class ParagraphRuns {
    private final BoldStyles boldStyles;
    private final Map<String, Integer> noteNumbers;
    private final StringBuilder text = new StringBuilder();
    private final List<ExtractedLine> leftOut = new ArrayList<>();
    private final List<Element> textBoxes = new ArrayList<>();
    private final List<TextMark> marks = new ArrayList<>();

    ParagraphRuns(BoldStyles boldStyles, Map<String, Integer> noteNumbers) {
        this.boldStyles = boldStyles;
        this.noteNumbers = noteNumbers;
    }

    String text() {
        return text.toString();
    }

    /** Bold text and note references. */
    List<TextMark> marks() {
        return marks;
    }

    /** Left-out text and remarks. */
    List<ExtractedLine> leftOut() {
        return leftOut;
    }

    /** The content elements of the text boxes. */
    List<Element> textBoxes() {
        return textBoxes;
    }

    /** Reads all runs of a paragraph or of an element within it. */
    void collect(Element container) {
        for (Element child : WordElements.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "sdtPr" -> {}
                case "r" -> collectRun(child);
                case "del" -> leaveOut(child, "deleted");
                case "moveFrom" -> leaveOut(child, "moved");
                case "AlternateContent" -> collectAlternative(child);
                default -> collect(child);
            }
        }
    }

    private void leaveOut(Element element, String reason) {
        String text = WordElements.text(element);
        if (!text.isEmpty()) {
            leftOut.add(ExtractedLine.leftOut(text, reason));
        }
    }

    private void collectRun(Element run) {
        if (WordElements.isOn(run, "rPr", "vanish")) {
            leaveOut(run, "hidden-text");
            return;
        }
        int start = text.length();
        collectParts(run);
        if (text.length() > start && boldStyles.isBold(run)) {
            marks.add(new TextMark(TextMark.MarkKind.BOLD, start, text.length(), ""));
        }
    }

    private void collectParts(Element run) {
        for (Element part : WordElements.children(run)) {
            switch (String.valueOf(part.getLocalName())) {
                case "instrText", "delInstrText" ->
                    leftOut.add(ExtractedLine.leftOut(part.getTextContent(), "field-code"));
                case "delText" -> leftOut.add(ExtractedLine.leftOut(part.getTextContent(), "deleted"));
                case "footnoteReference", "endnoteReference" ->
                    addNoteReference(
                            noteNumbers.getOrDefault(part.getLocalName() + WordElements.attribute(part, "id"), 0));
                case "AlternateContent" -> collectAlternative(part);
                case "drawing", "pict", "object" -> collectPicture(part);
                case "sym" ->
                    leftOut.add(ExtractedLine.remark("symbol " + WordElements.attribute(part, "font") + " "
                            + WordElements.attribute(part, "char")));
                case "ruby" -> {
                    WordElements.child(part, "rt").ifPresent(annotation -> leaveOut(annotation, "left-out"));
                    WordElements.child(part, "rubyBase").ifPresent(this::collect);
                }
                default -> WordElements.ownText(part).ifPresent(text::append);
            }
        }
    }

    private void addNoteReference(int note) {
        if (note > 0) {
            marks.add(new TextMark(TextMark.MarkKind.NOTE, text.length(), text.length(), Integer.toString(note)));
        }
    }

    /** Of the alternatives of a compatibility block (ECMA-376-3), the first is read and the copies are left out. */
    private void collectAlternative(Element alternatives) {
        boolean isFirst = true;
        for (Element alternative : WordElements.children(alternatives)) {
            if (isFirst) {
                collectParts(alternative);
            } else {
                leaveOut(alternative, "second-copy");
            }
            isFirst = false;
        }
    }

    /** A drawing with text boxes is text; any other, be it a seal or a chart, becomes a remark. */
    private void collectPicture(Element element) {
        int boxes = textBoxes.size();
        findTextBoxes(element);
        if (textBoxes.size() == boxes) {
            leftOut.add(ExtractedLine.remark("picture"));
        }
    }

    private void findTextBoxes(Element element) {
        for (Element child : WordElements.children(element)) {
            if ("txbxContent".equals(child.getLocalName())) {
                textBoxes.add(child);
            } else if ("t".equals(child.getLocalName())) {
                leftOut.add(ExtractedLine.leftOut(child.getTextContent(), "left-out"));
            } else if ("AlternateContent".equals(child.getLocalName())) {
                collectAlternative(child);
            } else {
                findTextBoxes(child);
            }
        }
    }
}
