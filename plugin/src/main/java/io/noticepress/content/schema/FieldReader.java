package io.noticepress.content.schema;

import io.noticepress.markdown.lint.TodoMark;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a map by their names, checked against a {@link FieldSet}. A field that is absent reads as empty. One that
 * has no value, a value of the wrong type, or one that still says TODO is reported and then counts as absent. For
 * {@code pageSize: 50}, {@code text("pageSize")} gives {@code 50} with its line and column.
 */
public final class FieldReader {
    private final Mapping mapping;
    private final FieldSet fieldSet;
    private final FieldProblems problems;

    private FieldReader(Mapping mapping, FieldSet fieldSet, FieldProblems problems) {
        this.mapping = mapping;
        this.fieldSet = fieldSet;
        this.problems = problems;
    }

    /** Reads a settings file. */
    public static FieldReader ofSettings(Mapping mapping, FieldSet fieldSet, Problems problems) {
        return new FieldReader(mapping, fieldSet, new FieldProblems(problems, true, false));
    }

    /** Reads the front matter of a notice. What is missing from a draft is only warned of. */
    public static FieldReader ofNotice(Mapping mapping, FieldSet fieldSet, boolean draft, Problems problems) {
        return new FieldReader(mapping, fieldSet, new FieldProblems(problems, false, draft));
    }

    /** Reads a map within this one. */
    public FieldReader nested(Mapping inner, FieldSet fields) {
        return new FieldReader(inner, fields, problems);
    }

    /** Reads a map that is the value of a field, or an entry of the list that is its value. */
    public FieldReader nested(String name, Mapping inner) {
        return nested(inner, spec(name).nestedFields());
    }

    /** Reads the same map with other fields. */
    public FieldReader withFieldSet(FieldSet other) {
        return nested(mapping, other);
    }

    /** The fields it may have. */
    FieldSet fieldSet() {
        return fieldSet;
    }

    boolean isSettings() {
        return problems.isSettings();
    }

    private FieldSpec spec(String name) {
        return fieldSet.spec(name).orElseThrow(() -> new IllegalArgumentException("no field named " + name));
    }

    private Optional<Field> field(String name) {
        return mapping.field(spec(name).name());
    }

    /** The map being read. */
    public Mapping mapping() {
        return mapping;
    }

    /** Whether there is such a field, with whatever value. */
    public boolean has(String name) {
        return field(name).isPresent();
    }

    /** One line of text. */
    public Optional<Scalar> text(String name) {
        return field(name).flatMap(field -> singleLine(name, field.value(), field.key()));
    }

    /** Text of any length. */
    public Optional<Scalar> prose(String name) {
        return field(name).flatMap(field -> scalar(name, field.value(), field.key()));
    }

    /** One line with a meaning to the program: a key, a date, an address. A TODO counts as absent. */
    public Optional<Scalar> textUnlessTodo(String name) {
        return text(name).filter(value -> !isTodo(value));
    }

    /** A list of texts. */
    public List<Scalar> texts(String name) {
        Optional<Field> field = field(name);
        if (field.isEmpty()) {
            return List.of();
        }
        if (field.get().value() instanceof Sequence list) {
            return singleLines(name, list);
        }
        String text = field.get().value() instanceof Scalar scalar ? scalar.text() : "";
        reportWrongType(
                name,
                field.get(),
                new Message("列表", "a list"),
                text.isEmpty() || text.indexOf('\n') >= 0
                        ? Message.of("写成列表：{0}: […]", "write a list: {0}: […]", name)
                        : Message.of(
                                "写成列表：{0}: [{1}]",
                                "write a list: {0}: [{1}]", name, text.strip().replaceAll("[，、]", ", ")));
        return List.of();
    }

    /** A list of texts; a single one may be written without brackets. */
    public List<Scalar> textsOrOne(String name) {
        Optional<Field> field = field(name);
        if (field.isPresent() && field.get().value() instanceof Scalar) {
            return text(name).stream().toList();
        }
        return texts(name);
    }

    /** A map. */
    public Optional<FieldReader> map(String name) {
        return field(name).flatMap(this::asMapping).map(found -> nested(name, found));
    }

    /** The value of a field of any name as a map; any other value is reported. */
    public Optional<Mapping> asMapping(Field field) {
        if (field.value() instanceof Mapping inner) {
            return Optional.of(inner);
        }
        reportWrongType(
                field.name(), field, new Message("一组字段", "a group of fields"), FieldNames.mendGroup(field.name()));
        return Optional.empty();
    }

    /** The entries of a list, of any type. */
    public List<Value> entries(String name) {
        Optional<Field> field = field(name);
        if (field.isEmpty()) {
            return List.of();
        }
        if (field.get().value() instanceof Sequence list) {
            return list.values();
        }
        boolean file = name.equals("attachments") && field.get().value() instanceof Scalar;
        reportWrongType(
                name,
                field.get(),
                new Message("列表", "a list"),
                file
                        ? Message.of(
                                "写成列表：attachments: [{file: {0}, title: …}]",
                                "write a list: attachments: [{file: {0}, title: …}]",
                                ((Scalar) field.get().value()).text().strip())
                        : Message.of("写成列表：{0}: […]", "write a list: {0}: […]", name));
        return List.of();
    }

    /** {@code true} or {@code false}; false if absent. */
    public boolean flag(String name) {
        Optional<Scalar> value = text(name);
        if (value.isEmpty() || value.get().text().equals("false")) {
            return false;
        }
        if (!value.get().text().equals("true")) {
            reportInvalid(
                    value.get(),
                    Message.of(
                            "“{0}”应是 true 或 false，这里是“{1}”",
                            "\"{0}\" should be true or false, found \"{1}\"",
                            name,
                            value.get().text()),
                    Message.of("写 true 或 false", "write true or false"));
        }
        return value.get().text().equals("true");
    }

    /** Reports a required field that is missing or an empty list; a wrong value was reported when it was read. */
    public void require(String name) {
        Optional<Field> field = field(name);
        if (field.isEmpty()) {
            if (!isMistyped(name)) {
                Location at = isSettings()
                        ? mapping.at()
                        : Location.ofFile(mapping.at().file());
                problems.missing(name, at, 1, FieldNames.mendMissing(name));
            }
        } else if (field.get().value() instanceof Sequence list && list.values().isEmpty()) {
            Scalar key = field.get().key();
            problems.missing(name, key.at(), key.width(), FieldProblems.EMPTY_VALUE);
        }
    }

    /** Whether it is there under a wrong name, for which this one was proposed when it was reported as unknown. */
    private boolean isMistyped(String name) {
        return !isSettings()
                && mapping.fields().stream()
                        .map(Field::name)
                        .filter(other -> !fieldSet.has(other))
                        .anyMatch(other -> FieldNames.guess(other, fieldSet.names())
                                .filter(name::equals)
                                .isPresent());
    }

    /** Reports that a required field of an inner map is missing, at that map. */
    public void requireInMap(String name) {
        if (!has(name)) {
            problems.missing(name, mapping.at(), mapping.width(), FieldNames.mendMissing(name));
        }
    }

    /** One line; if it does not match the pattern of its field, that is reported. */
    public Optional<Scalar> matching(String name, Message what, Message mend) {
        FieldType.PatternType patternType = (FieldType.PatternType) spec(name).type();
        Optional<Scalar> value = textUnlessTodo(name);
        value.filter(found -> !patternType.matches(found.text())).ifPresent(found -> reportInvalid(found, what, mend));
        return value;
    }

    /** Reports a value that is not what is expected. */
    public void reportInvalid(Value value, Message what, Message mend) {
        problems.invalid(value, what, mend);
    }

    /** Reports a field that is not known here. */
    void reportUnknown(Scalar key, Message what, Message mend) {
        problems.unknown(key, what, mend);
    }

    /** One line of text that is an entry of a list or map. */
    public Optional<Scalar> singleLine(String name, Value value, Scalar key) {
        Optional<Scalar> text = scalar(name, value, key);
        if (text.isPresent() && text.get().text().indexOf('\n') >= 0) {
            reportInvalid(
                    value,
                    Message.of("“{0}”应写在一行里", "\"{0}\" should be one line", name),
                    Message.of("去掉其中的换行", "remove the line breaks"));
            return Optional.empty();
        }
        return text;
    }

    /** Whether a value still says TODO, which was reported when it was read. */
    public static boolean isTodo(Scalar value) {
        return TodoMark.isIn(value.text());
    }

    private List<Scalar> singleLines(String name, Sequence list) {
        List<Scalar> lines = new ArrayList<>(list.values().size());
        for (Value value : list.values()) {
            Scalar key = new Scalar(name, value.at(), value.width());
            singleLine(name, value, key).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Scalar> scalar(String name, Value value, Scalar key) {
        if (!(value instanceof Scalar scalar)) {
            reportWrongType(
                    name,
                    new Field(key, value),
                    new Message("文字", "text"),
                    Message.of("写成文字；若括号属于文字，给整个值加上引号", "write text; quote it if the brackets are part of it"));
            return Optional.empty();
        }
        String text = scalar.text().strip();
        if (text.isEmpty()) {
            reportEmpty(name, key);
            return Optional.empty();
        }
        if (isTodo(scalar)) {
            problems.todo(scalar);
        }
        return Optional.of(text.equals(scalar.text()) ? scalar : new Scalar(text, scalar.at(), scalar.width()));
    }

    private void reportEmpty(String name, Scalar key) {
        problems.empty(name, key, fieldSet.spec(name).map(FieldSpec::required).orElse(false));
    }

    private void reportWrongType(String name, Field field, Message expected, Message mend) {
        if (field.value() instanceof Scalar scalar && scalar.text().isBlank()) {
            reportEmpty(name, field.key());
        } else {
            problems.wrongType(name, field.value(), expected, mend);
        }
    }
}
