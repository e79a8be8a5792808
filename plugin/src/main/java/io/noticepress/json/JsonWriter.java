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
 * Writes maps, lists, strings, integers and booleans as JSON (RFC 8259) in their iteration order; any other value is written as
 * the string its {@code toString} gives.
 *
 * <p>Example: a {@code LinkedHashMap} with {@code slug=kx-2023-6}, {@code summary=} and {@code pages=2} becomes
 * {@code {"slug":"kx-2023-6","pages":2}}. Fields whose value is an empty string, map or {@link Optional} are omitted, as the
 * data says no more than the notice does; empty lists are kept.
 *
 * <p>Each list is iterated once, so its items may be created lazily. A map of several fields must be a {@link LinkedHashMap} or a
 * {@link SortedMap}: the order of any other, such as {@code Map.of}, may differ from one JVM to the next.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonWriter() {}

    /** The content of a JSON file: UTF-8, indented, with {@code \n} as line terminator. */
    public static byte[] renderFile(Object value) {
        ByteArrayBuilder out = new ByteArrayBuilder(); // grows without copying: one year of a large site is 20 MB
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

    /** JSON on one line that is safe inside {@code <script>}: nothing in it ends the element or begins a comment. */
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
            writeObject(json, map);
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

    private static void writeObject(JsonGenerator json, Map<?, ?> map) throws IOException {
        if (map.size() > 1 && !(map instanceof LinkedHashMap) && !(map instanceof SortedMap)) {
            throw new IllegalArgumentException("a map without a defined order: " + map.keySet());
        }
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (hasContent(entry.getValue())) {
                json.writeFieldName(entry.getKey().toString());
                write(json, entry.getValue());
            }
        }
        json.writeEndObject();
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
