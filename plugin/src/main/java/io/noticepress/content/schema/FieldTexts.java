package io.noticepress.content.schema;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The resource {@code fields.yaml}: descriptions, examples and labels of fields.
 *
 * <p>It is read when this class is first used, which an ordinary build never does: only JSON Schemas, new notices and messages
 * about missing or unknown fields need it.
 */
final class FieldTexts {
    private static final String RESOURCE = "fields.yaml";
    private static final String LABELS = "labels";
    private static final Mapping SECTIONS = load();
    private static final Map<String, List<String>> LABELS_BY_NAME = readLabels();

    private FieldTexts() {}

    /** The text of a field by its section and name, such as {@code edition.title}. */
    static FieldText of(String id) {
        Mapping fields = SECTIONS;
        for (String key : id.split("\\.")) {
            fields = (Mapping) value(fields, key).orElseThrow(() -> new IllegalStateException("no text for " + id));
        }
        return new FieldText(
                bilingual(fields),
                value(fields, "example").map(FieldTexts::bilingual).orElse(FieldText.NO_EXAMPLE));
    }

    /** What editors may call a field instead of its name, by that name; the usual Chinese term first. */
    static Map<String, List<String>> labels() {
        return LABELS_BY_NAME;
    }

    /** All ids for which there is a text. */
    static Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        for (Field section : SECTIONS.fields()) {
            if (!section.name().equals(LABELS)) {
                ((Mapping) section.value()).fields().forEach(field -> ids.add(section.name() + "." + field.name()));
            }
        }
        return ids;
    }

    private static Message bilingual(Value value) {
        if (value instanceof Mapping texts) {
            return new Message(
                    text(value(texts, "zh").orElseThrow()),
                    text(value(texts, "en").orElseThrow()));
        }
        return new Message(text(value), text(value));
    }

    private static String text(Value value) {
        return ((Scalar) value).text();
    }

    private static Optional<Value> value(Mapping mapping, String name) {
        return mapping.field(name).map(Field::value);
    }

    private static Map<String, List<String>> readLabels() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Field field : ((Mapping) value(SECTIONS, LABELS).orElseThrow()).fields()) {
            labels.put(
                    field.name(),
                    ((Sequence) field.value())
                            .values().stream().map(FieldTexts::text).toList());
        }
        return Collections.unmodifiableMap(labels);
    }

    private static Mapping load() {
        try (InputStream in = FieldTexts.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return YamlParser.parse(new YamlText(RESOURCE, text, 1), new Problems())
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + " cannot be parsed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
