package io.noticepress.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements of WordprocessingML by their local names, as the two versions of the standard differ in namespaces only. */
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

    static Optional<Element> child(Node parent, String... path) {
        Optional<Element> found = Optional.empty();
        Node here = parent;
        for (String name : path) {
            found = children(here, name).stream().findFirst();
            if (found.isEmpty()) {
                return found;
            }
            here = found.get();
        }
        return found;
    }

    /** An attribute, or empty. */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    static String attribute(Node parent, String name, String... path) {
        return child(parent, path).map(found -> attribute(found, name)).orElse("");
    }

    /** Whether a property such as bold is set: there, and not switched off. */
    static boolean isOn(Node parent, String... path) {
        return child(parent, path)
                .map(found -> !attribute(found, "val").matches("0|false|off|none"))
                .orElse(false);
    }
}
