package io.noticepress.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * JSON (RFC 8259) from maps, lists, texts, numbers and booleans, in their order. A list is gone through once, so that its items
 * may be made as they are asked for. Fields whose value is an empty text, map
 * or {@link Optional} are left out: what a notice does not say, its data does not say either. A map of several fields is a
 * {@link LinkedHashMap} or a {@link SortedMap}: any other, {@code Map.of} first of all, has another order in each JVM.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonWriter() {}

    /** A file, indented, lines ended by {@code \n}. */
    public static byte[] renderFile(Object value) {
        ByteArrayBuilder out = new ByteArrayBuilder(); // grows block by block: a year of a large site has 20 MB
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
            write(json, value);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A text that can stand within {@code <script>}: nothing in it ends the element or begins a comment. */
    public static String scriptText(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setCharacterEscapes(ScriptEscapes.INSTANCE);
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            if (map.size() > 1 && !(map instanceof LinkedHashMap) && !(map instanceof SortedMap)) {
                throw new IllegalArgumentException("a map without an order of its own: " + map.keySet());
            }
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (hasContent(entry.getValue())) {
                    json.writeFieldName(entry.getKey().toString());
                    write(json, entry.getValue());
                }
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Optional<?> optional) {
            write(json, optional.orElseThrow());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(value.toString());
        }
    }

    private static boolean hasContent(Object value) {
        return !(value instanceof String text && text.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Optional<?> optional && (optional.isEmpty() || !hasContent(optional.get())));
    }

    private static final class ScriptEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final ScriptEscapes INSTANCE = new ScriptEscapes();
        private static final int[] ASCII = CharacterEscapes.standardAsciiEscapesForJSON();

        static {
            ASCII['<'] = CharacterEscapes.ESCAPE_STANDARD;
            ASCII['>'] = CharacterEscapes.ESCAPE_STANDARD;
            ASCII['&'] = CharacterEscapes.ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return character == 0x2028 || character == 0x2029
                    ? new SerializedString("\\u" + Integer.toHexString(character))
                    : null;
        }
    }
}
