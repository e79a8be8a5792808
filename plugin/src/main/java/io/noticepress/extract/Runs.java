package io.noticepress.extract;

import io.noticepress.extract.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The runs of a paragraph: its text, what is left out of it, the text boxes that hang on it. */
final class Runs {
    private final Styles styles;
    private final Map<String, Integer> notes;
    private final StringBuilder text = new StringBuilder();
    private final List<Line> aside = new ArrayList<>();
    private final List<Element> boxes = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    Runs(Styles styles, Map<String, Integer> notes) {
        this.styles = styles;
        this.notes = notes;
    }

    String text() {
        return text.toString();
    }

    /** What is bold, and where notes are referred to. */
    List<Mark> marks() {
        return marks;
    }

    /** What is left out, and remarks. */
    List<Line> aside() {
        return aside;
    }

    /** Contents of text boxes. */
    List<Element> boxes() {
        return boxes;
    }

    void of(Element container, Kind kind) {
        for (Element child : Markup.children(container)) {
            switch (String.valueOf(child.getLocalName())) {
                case "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "sdtPr" -> {}
                case "r" -> run(child);
                case "del" -> leaveOut(child, "deleted");
                case "moveFrom" -> leaveOut(child, "moved");
                case "AlternateContent" -> alternatives(child);
                default -> of(child, kind);
            }
        }
    }

    private void leaveOut(Element element, String why) {
        String words = WordText.Texts.of(element);
        if (!words.isEmpty()) {
            aside.add(Line.leftOut(words, why));
        }
    }

    private void run(Element run) {
        if (Markup.isOn(run, "rPr", "vanish")) {
            leaveOut(run, "hidden-text");
            return;
        }
        int before = text.length();
        parts(run);
        if (text.length() > before && styles.isBold(run)) {
            marks.add(new Mark(Mark.Kind.BOLD, before, text.length(), ""));
        }
    }

    private void parts(Element run) {
        for (Element part : Markup.children(run)) {
            switch (String.valueOf(part.getLocalName())) {
                case "instrText", "delInstrText" -> aside.add(Line.leftOut(part.getTextContent(), "field-code"));
                case "delText" -> aside.add(Line.leftOut(part.getTextContent(), "deleted"));
                case "footnoteReference", "endnoteReference" ->
                    refer(notes.getOrDefault(part.getLocalName() + Markup.value(part, "id"), 0));
                case "AlternateContent" -> alternatives(part);
                case "drawing", "pict", "object" -> picture(part);
                case "sym" ->
                    aside.add(Line.remark("symbol " + Markup.value(part, "font") + " " + Markup.value(part, "char")));
                case "ruby" -> {
                    Markup.child(part, "rt").ifPresent(reading -> leaveOut(reading, "left-out"));
                    Markup.child(part, "rubyBase").ifPresent(base -> of(base, Kind.LINE));
                }
                default -> WordText.Texts.own(part).ifPresent(text::append);
            }
        }
    }

    private void refer(int note) {
        if (note > 0) {
            marks.add(new Mark(Mark.Kind.NOTE, text.length(), text.length(), Integer.toString(note)));
        }
    }

    private void alternatives(Element alternatives) {
        boolean taken = false;
        for (Element each : Markup.children(alternatives)) {
            if (taken) {
                leaveOut(each, "second-copy");
            } else {
                parts(each);
                taken = true;
            }
        }
    }

    /** A picture is listed and left out, be it a seal or a chart; the text in a box is text. */
    private void picture(Element element) {
        int before = boxes.size();
        find(element);
        if (boxes.size() == before) {
            aside.add(Line.remark("picture"));
        }
    }

    private void find(Element element) {
        for (Element child : Markup.children(element)) {
            if ("txbxContent".equals(child.getLocalName())) {
                boxes.add(child);
            } else if ("t".equals(child.getLocalName())) {
                aside.add(Line.leftOut(child.getTextContent(), "left-out"));
            } else if ("AlternateContent".equals(child.getLocalName())) {
                alternatives(child);
            } else {
                find(child);
            }
        }
    }
}
