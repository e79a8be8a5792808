package io.noticepress.content.schema;

import io.noticepress.markdown.lint.TodoMark;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.Severity;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A map of fields being read by the names its {@link FieldSet} knows. What is absent is empty; what is empty, of the wrong shape or
 * left to be done is reported and then counts as absent. In settings every mistake is a {@code config-invalid}.
 */
public final class FieldReader {

    private static final Message EMPTY_VALUE =
            new Message("冒号后面没有内容，请补上", "nothing stands behind the colon: write it there");

    private final Mapping mapping;
    private final FieldSet fieldSet;
    private final Problems problems;
    private final boolean isSettings;
    private final boolean isDraft;

    private FieldReader(Mapping mapping, FieldSet fieldSet, Problems problems, boolean isSettings, boolean isDraft) {
        this.mapping = mapping;
        this.fieldSet = fieldSet;
        this.problems = problems;
        this.isSettings = isSettings;
        this.isDraft = isDraft;
    }

    /** The fields of a settings file. */
    public static FieldReader ofSettings(Mapping map, FieldSet form, Problems problems) {
        return new FieldReader(map, form, problems, true, false);
    }

    /** The fields of a notice; a draft may lack some. */
    public static FieldReader ofNotice(Mapping map, FieldSet form, boolean draft, Problems problems) {
        return new FieldReader(map, form, problems, false, draft);
    }

    /** The same kind of sheet for a map within this one. */
    public FieldReader nested(Mapping inner, FieldSet its) {
        return new FieldReader(inner, its, problems, isSettings, isDraft);
    }

    /** A sheet for a map that is the value of a field, or an entry of the list that is its value. */
    public FieldReader nested(String name, Mapping inner) {
        return nested(inner, spec(name).nestedFields());
    }

    /** The same map, read by another form. */
    public FieldReader withFieldSet(FieldSet other) {
        return nested(mapping, other);
    }

    /** The fields it may have. */
    public FieldSet fieldSet() {
        return fieldSet;
    }

    private FieldSpec spec(String name) {
        return fieldSet.spec(name).orElseThrow(() -> new IllegalArgumentException("no form has " + name));
    }

    private Optional<Field> field(String name) {
        return mapping.field(spec(name).name());
    }

    public Mapping mapping() {
        return mapping;
    }

    Location at() {
        return mapping.at();
    }

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

    /** One line that means something to the program; a place left to be done counts as absent. */
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

    /** A list of texts, or one text for a list of one. */
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

    /** The map that is the value of a field, whatever its name; anything else is reported. */
    public Optional<Mapping> asMapping(Field field) {
        if (field.value() instanceof Mapping inner) {
            return Optional.of(inner);
        }
        reportWrongType(
                field.name(), field, new Message("一组字段", "a group of fields"), FieldNames.mendGroup(field.name()));
        return Optional.empty();
    }

    /** The entries of a list, whatever they are. */
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

    /** Reports that a field is due and is not there; nothing if it is there, however wrong. */
    public void require(String name) {
        Optional<Field> field = field(name);
        boolean empty = field.isPresent()
                && (field.get().value() instanceof Sequence list
                        && list.values().isEmpty());
        if (field.isEmpty() && isMistyped(name)) {
            return;
        }
        if (field.isEmpty() || empty) {
            Location at = field.map(found -> found.key().at())
                    .orElse(
                            isSettings
                                    ? mapping.at()
                                    : Location.ofFile(mapping.at().file()));
            reportMissing(
                    name,
                    at,
                    empty ? field.get().key().width() : 1,
                    empty ? EMPTY_VALUE : FieldNames.mendMissing(name));
        }
    }

    /** Whether it stands there under a name that was reported as unknown with this one proposed. */
    private boolean isMistyped(String name) {
        return !isSettings
                && mapping.fields().stream()
                        .map(Field::name)
                        .filter(other -> !fieldSet.has(other))
                        .anyMatch(other -> FieldNames.guess(other, fieldSet.names())
                                .filter(name::equals)
                                .isPresent());
    }

    /** Reports that a field of an inner map is due, at that map. */
    public void requireInMap(String name) {
        if (!has(name)) {
            reportMissing(name, mapping.at(), mapping.width(), FieldNames.mendMissing(name));
        }
    }

    /** One line that has the form its field asks for; what has not is reported. */
    public Optional<Scalar> matching(String name, Message what, Message mend) {
        FieldType.PatternType patternType = (FieldType.PatternType) spec(name).type();
        Optional<Scalar> value = textUnlessTodo(name);
        value.filter(found -> !patternType.matches(found.text())).ifPresent(found -> reportInvalid(found, what, mend));
        return value;
    }

    /** Reports a value that is not what is expected. */
    public void reportInvalid(Value value, Message what, Message mend) {
        problems.add(
                isSettings ? ProblemCode.CONFIG_INVALID : ProblemCode.INVALID_VALUE,
                value.at(),
                value.width(),
                what,
                mend);
    }

    /** Reports a field that is not known here. */
    public void reportUnknown(Scalar key, Message what, Message mend) {
        problems.add(
                isSettings ? ProblemCode.CONFIG_INVALID : ProblemCode.UNKNOWN_FIELD, key.at(), key.width(), what, mend);
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

    /** Whether a value was left to be done, which was reported when it was read. */
    public static boolean isTodo(Scalar value) {
        return TodoMark.isIn(value.text());
    }

    private List<Scalar> singleLines(String name, Sequence list) {
        List<Scalar> lines = new ArrayList<>(list.values().size());
        for (Value value : list.values()) {
            Scalar place = new Scalar(name, value.at(), value.width());
            singleLine(name, value, place).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Scalar> scalar(String name, Value value, Scalar key) {
        if (!(value instanceof Scalar scalar)) {
            reportWrongType(
                    name,
                    new Field(key, value),
                    new Message("文字", "text"),
                    Message.of("写成文字；若括号属于文字，给整个值加上引号", "write text, in quotes if the brackets belong to it"));
            return Optional.empty();
        }
        String text = scalar.text().strip();
        if (text.isEmpty()) {
            reportEmpty(name, key);
            return Optional.empty();
        }
        if (isTodo(scalar)) {
            reportTodo(scalar);
        }
        return Optional.of(text.equals(scalar.text()) ? scalar : new Scalar(text, scalar.at(), scalar.width()));
    }

    private void reportEmpty(String name, Scalar key) {
        if (!isSettings && fieldSet.spec(name).map(FieldSpec::required).orElse(false)) {
            reportMissing(name, key.at(), key.width(), EMPTY_VALUE);
            return;
        }
        reportInvalid(
                key,
                Message.of("“{0}”是空的", "\"{0}\" is empty", name),
                Message.of("写上内容，或删去这一行", "write something, or delete the line"));
    }

    private static String todoLine(Scalar value) {
        return value.text()
                .lines()
                .filter(TodoMark::isIn)
                .findFirst()
                .orElse("TODO")
                .strip();
    }

    private void reportTodo(Scalar value) {
        Problem problem = Problem.of(
                ProblemCode.TODO,
                value.at(),
                value.width(),
                Message.of("这里还有待补内容：{0}", "a place left to be filled in: {0}", todoLine(value)),
                Message.of("补上内容，删去 TODO", "fill it in and remove the word TODO"));
        problems.add(isDraft ? problem.asWarning() : problem);
    }

    private void reportMissing(String name, Location at, int width, Message mend) {
        Problem problem = Problem.of(
                isSettings ? ProblemCode.CONFIG_INVALID : ProblemCode.MISSING_FIELD,
                at,
                width,
                Message.of("缺少“{0}”{1}", "\"{0}\" is missing", name, FieldNames.chineseLabel(name)),
                mend);
        problems.add(
                isDraft
                        ? new Problem(problem.code(), Severity.WARNING, at, width, problem.message(), problem.mend())
                        : problem);
    }

    private void reportWrongType(String name, Field field, Message expected, Message mend) {
        Value value = field.value();
        if (value instanceof Scalar scalar && scalar.text().isBlank()) {
            reportEmpty(name, field.key());
            return;
        }
        Message found = value instanceof Sequence
                ? new Message("列表", "a list")
                : value instanceof Mapping
                        ? new Message("一组字段", "a group of fields")
                        : Message.of(
                                "文字“{0}”",
                                "the text \"{0}\"", ((Scalar) value).text().strip());
        reportInvalid(
                value,
                new Message(
                        "“" + name + "”应是" + expected.zh() + "，这里是" + found.zh(),
                        "\"" + name + "\" should be " + expected.en() + ", found " + found.en()),
                mend);
    }
}
