package io.noticepress.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlTest {
    private static String text(Xml xml) {
        return new String(xml.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void everyElementStandsOnALineOfItsOwn() {
        Xml xml = new Xml("feed", "http://www.w3.org/2005/Atom", "xml:lang", "zh-CN");
        xml.begin("entry")
                .text("title", "公文")
                .empty("link", "href", "/a", "hreflang", "")
                .end();
        assertThat(text(xml)).isEqualTo("""
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
        Xml xml = new Xml("a", "urn:x");
        xml.text("b", "<script>&\"']]>", "c", "\"<&>'\n");
        assertThat(text(xml)).contains("&lt;script&gt;&amp;").contains("]]&gt;").contains("&quot;&lt;&amp;");
        assertThat(text(xml)).doesNotContain("<script>");
    }

    @Test
    void lettersBeyondTheFirstPlaneAreWritten() {
        Xml xml = new Xml("a", "urn:x");
        xml.text("b", "𠮷😀㐂");
        assertThat(text(xml)).contains("<b>𠮷😀㐂</b>");
    }
}
