package io.noticepress.theme;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML 1.0 in UTF-8, element by element, each on a line of its own. */
final class Xml implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private boolean open;

    /** A document with this root element in this namespace. */
    Xml(String root, String namespace, String... attributes) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            line();
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            attributes(attributes);
            line();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an element that holds others. */
    Xml begin(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
            line();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it. */
    Xml end() {
        try {
            xml.writeEndElement();
            line();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with a text. */
    Xml text(String name, String text, String... attributes) {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(text);
            return end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with attributes only; one whose value is empty is left out. */
    Xml empty(String name, String... attributes) {
        try {
            xml.writeEmptyElement(name);
            attributes(attributes);
            line();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole document. */
    byte[] bytes() {
        close();
        return out.toByteArray();
    }

    @Override
    public void close() {
        if (open) {
            try {
                open = false;
                xml.writeEndDocument();
                xml.writeCharacters("\n");
                xml.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void line() throws XMLStreamException {
        open = true;
        xml.writeCharacters("\n");
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }
}
