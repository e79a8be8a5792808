package io.noticepress.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static String file(Object value) {
        return new String(JsonWriter.renderFile(value), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    @Test
    void aFileIsIndentedAndEndsInOneLineEnd() {
        assertThat(file(map("b", 1, "a", List.of("x", map("c", true)), "d", LocalDate.of(2030, 1, 2))))
                .isEqualTo("""
                        {
                          "b" : 1,
                          "a" : [ "x", {
                            "c" : true
                          } ],
                          "d" : "2030-01-02"
                        }
                        """);
    }

    @Test
    void emptyValuesAreLeftOut() {
        assertThat(JsonWriter.scriptText(map(
                        "a",
                        "",
                        "b",
                        Optional.empty(),
                        "c",
                        Optional.of(""),
                        "d",
                        Map.of(),
                        "e",
                        List.of(),
                        "f",
                        Optional.of(0L))))
                .isEqualTo("{\"e\":[],\"f\":0}");
    }

    @Test
    void nothingInAScriptEndsItOrBeginsAComment() {
        String script = JsonWriter.scriptText(map("a", "</script><!--<script>]]>&\u2028\u2029"));
        assertThat(script).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(script).contains("\\u003C/script\\u003E").contains("\\u2028").contains("\\u2029");
    }

    @Test
    void lettersOfAllKindsAreWrittenAsTheyAre() {
        assertThat(JsonWriter.scriptText(map("键", "关于“𠮷”😀的\t\"通知\"\\\u0001")))
                .isEqualTo("{\"键\":\"关于“𠮷”😀的\\t\\\"通知\\\"\\\\\\u0001\"}");
    }

    /** The order of {@code Map.of} differs from one JVM to the next. */
    @Test
    void aMapWithoutAnOrderIsRefused() {
        assertThatThrownBy(() -> JsonWriter.renderFile(Map.of("a", 1, "b", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a map without a defined order: [");
        assertThat(JsonWriter.scriptText(Map.of("a", 1))).isEqualTo("{\"a\":1}");
    }
}
