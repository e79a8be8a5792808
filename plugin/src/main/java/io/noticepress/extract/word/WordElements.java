package io.noticepress.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Access to WordprocessingML elements by local name: the strict and the transitional form of the standard differ in namespace. */
final class WordElements {
    private WordElements() {}

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** The first descendant on a path of child names, such as {@code rPr}, {@code b}. */
    static Optional<Element> child(Node parent, String... path) {
        Optional<Element> found = Optional.empty();
        Node current = parent;
        for (String name : path) {
            found = children(current, name).stream().findFirst();
            if (found.isEmpty()) {
                return found;
            }
            current = found.get();
        }
        return found;
    }

    /** The value of an attribute; empty if it is missing. */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    /** The value of an attribute of the first descendant on a path; empty if either is missing. */
    static String attribute(Node parent, String name, String... path) {
        return child(parent, path).map(found -> attribute(found, name)).orElse("");
    }

    /** Whether a toggle property such as bold is present and not switched off by its {@code val} (ECMA-376-1, 17.17.4). */
    static boolean isOn(Node parent, String... path) {
        return child(parent, path)
                .map(found -> !attribute(found, "val").matches("0|false|off|none"))
                .orElse(false);
    }

    /** All text below an element, including deleted and hidden text. */
    static String text(Element element) {
        StringBuilder out = new StringBuilder();
        appendText(element, out);
        return out.toString();
    }

    private static void appendText(Element element, StringBuilder out) {
        for (Element child : children(element)) {
            out.append(ownText(child).orElse(""));
            appendText(child, out);
        }
    }

    /** The characters that an element itself stands for; a tab or line break is one character. */
    static Optional<String> ownText(Element element) {
        return switch (String.valueOf(element.getLocalName())) {
            case "t", "delText", "instrText", "delInstrText" -> Optional.of(element.getTextContent());
            case "tab" -> isInRun(element) ? Optional.of("\t") : Optional.empty();
            case "br", "cr" -> isInRun(element) ? Optional.of("\n") : Optional.empty();
            case "noBreakHyphen" -> Optional.of("-");
            default -> Optional.empty();
        };
    }

    private static boolean isInRun(Element element) {
        return "r".equals(element.getParentNode().getLocalName());
    }
}
