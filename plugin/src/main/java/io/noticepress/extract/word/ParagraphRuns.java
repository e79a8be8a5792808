package io.noticepress.extract.word;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.ExtractedLine.LineKind;
import io.noticepress.extract.TextMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The runs of a paragraph: its text, what is left out of it, the text boxes that hang on it. */
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

    /** What is bold, and where notes are referred to. */
    List<TextMark> marks() {
        return marks;
    }

    /** What is left out, and remarks. */
    List<ExtractedLine> leftOut() {
        return leftOut;
    }

    /** Contents of text boxes. */
    List<Element> textBoxes() {
        return textBoxes;
    }

    void collect(Element container, LineKind lineKind) {
        for (Element child : WordElements.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "sdtPr" -> {}
                case "r" -> collectRun(child);
                case "del" -> leaveOut(child, "deleted");
                case "moveFrom" -> leaveOut(child, "moved");
                case "AlternateContent" -> collectAlternative(child);
                default -> collect(child, lineKind);
            }
        }
    }

    private void leaveOut(Element element, String why) {
        String words = WordBlockReader.ElementText.of(element);
        if (!words.isEmpty()) {
            leftOut.add(ExtractedLine.leftOut(words, why));
        }
    }

    private void collectRun(Element run) {
        if (WordElements.isOn(run, "rPr", "vanish")) {
            leaveOut(run, "hidden-text");
            return;
        }
        int before = text.length();
        collectParts(run);
        if (text.length() > before && boldStyles.isBold(run)) {
            marks.add(new TextMark(TextMark.MarkKind.BOLD, before, text.length(), ""));
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
                    WordElements.child(part, "rt").ifPresent(reading -> leaveOut(reading, "left-out"));
                    WordElements.child(part, "rubyBase").ifPresent(base -> collect(base, LineKind.LINE));
                }
                default -> WordBlockReader.ElementText.ownText(part).ifPresent(text::append);
            }
        }
    }

    private void addNoteReference(int note) {
        if (note > 0) {
            marks.add(new TextMark(TextMark.MarkKind.NOTE, text.length(), text.length(), Integer.toString(note)));
        }
    }

    private void collectAlternative(Element alternatives) {
        boolean taken = false;
        for (Element each : WordElements.children(alternatives)) {
            if (taken) {
                leaveOut(each, "second-copy");
            } else {
                collectParts(each);
                taken = true;
            }
        }
    }

    /** A picture is listed and left out, be it a seal or a chart; the text in a box is text. */
    private void collectPicture(Element element) {
        int before = textBoxes.size();
        findTextBoxes(element);
        if (textBoxes.size() == before) {
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
