package io.noticepress.render.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 in UTF-8, each element on a line of its own. */
final class XmlWriter implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private boolean open;

    /** @param attributes of the root element: names and values in turn */
    XmlWriter(String root, String namespace, String... attributes) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            lineBreak();
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            writeAttributes(attributes);
            lineBreak();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts an element that contains others. */
    XmlWriter startElement(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            writeAttributes(attributes);
            lineBreak();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the element that was started last. */
    XmlWriter endElement() {
        try {
            xml.writeEndElement();
            lineBreak();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes an element that contains text. */
    XmlWriter textElement(String name, String text, String... attributes) {
        try {
            xml.writeStartElement(name);
            writeAttributes(attributes);
            xml.writeCharacters(text);
            return endElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes an element without content; an attribute whose value is empty is left out. */
    XmlWriter emptyElement(String name, String... attributes) {
        try {
            xml.writeEmptyElement(name);
            writeAttributes(attributes);
            lineBreak();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the document and returns it. */
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

    private void lineBreak() throws XMLStreamException {
        open = true;
        xml.writeCharacters("\n");
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        }
    }
}
