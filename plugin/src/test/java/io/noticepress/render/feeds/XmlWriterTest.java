package io.noticepress.render.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
    private static String toText(XmlWriter xmlWriter) {
        return new String(xmlWriter.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void everyElementStandsOnALineOfItsOwn() {
        XmlWriter xmlWriter = new XmlWriter("feed", "http://www.w3.org/2005/Atom", "xml:lang", "zh-CN");
        xmlWriter
                .startElement("entry")
                .textElement("title", "公文")
                .emptyElement("link", "href", "/a", "hreflang", "")
                .endElement();
        assertThat(toText(xmlWriter)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
                        <entry>
                        <title>公文</title>
                        <link href="/a"/>
                        </entry>
                        </feed>
                        """);
    }

    @Test
    void markupInTextsAndAttributesIsText() {
        XmlWriter xmlWriter = new XmlWriter("a", "urn:x");
        xmlWriter.textElement("b", "<script>&\"']]>", "c", "\"<&>'\n");
        assertThat(toText(xmlWriter))
                .contains("&lt;script&gt;&amp;")
                .contains("]]&gt;")
                .contains("&quot;&lt;&amp;");
        assertThat(toText(xmlWriter)).doesNotContain("<script>");
    }

    @Test
    void lettersBeyondTheFirstPlaneAreWritten() {
        XmlWriter xmlWriter = new XmlWriter("a", "urn:x");
        xmlWriter.textElement("b", "𠮷😀㐂");
        assertThat(toText(xmlWriter)).contains("<b>𠮷😀㐂</b>");
    }
}
