package io.noticepress.content.schema;

import io.noticepress.markdown.lint.TodoMark;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.Severity;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;

/**
 * Reports wrong fields. In settings every problem is {@code config-invalid}; in a draft, missing fields and TODOs are warnings.
 */
record FieldProblems(Problems problems, boolean isSettings, boolean isDraft) {
    static final Message EMPTY_VALUE = new Message("冒号后面没有内容，请补上", "write a value after the colon");

    /** A value that is not what is expected. */
    void invalid(Value value, Message what, Message mend) {
        problems.add(code(ProblemCode.INVALID_VALUE), value.at(), value.width(), what, mend);
    }

    /** A field that is not known. */
    void unknown(Scalar key, Message what, Message mend) {
        problems.add(code(ProblemCode.UNKNOWN_FIELD), key.at(), key.width(), what, mend);
    }

    /** A field without a value. */
    void empty(String name, Scalar key, boolean required) {
        if (!isSettings && required) {
            missing(name, key.at(), key.width(), EMPTY_VALUE);
            return;
        }
        invalid(
                key,
                Message.of("“{0}”是空的", "\"{0}\" is empty", name),
                Message.of("写上内容，或删去这一行", "write a value, or delete the line"));
    }

    /** A required field that is missing. */
    void missing(String name, Location at, int width, Message mend) {
        Problem problem = Problem.of(
                code(ProblemCode.MISSING_FIELD),
                at,
                width,
                Message.of("缺少“{0}”{1}", "\"{0}\" is missing", name, FieldNames.chineseLabel(name)),
                mend);
        problems.add(
                isDraft
                        ? new Problem(problem.code(), Severity.WARNING, at, width, problem.message(), problem.mend())
                        : problem);
    }

    /** A value that still says TODO. */
    void todo(Scalar value) {
        Problem problem = Problem.of(
                ProblemCode.TODO,
                value.at(),
                value.width(),
                Message.of("这里还有待补内容：{0}", "still to be filled in: {0}", todoLine(value)),
                Message.of("补上内容，删去 TODO", "fill it in and remove the word TODO"));
        problems.add(isDraft ? problem.asWarning() : problem);
    }

    /** A value of the wrong type: a list where text is expected. */
    void wrongType(String name, Value value, Message expected, Message mend) {
        Message found = value instanceof Sequence
                ? new Message("列表", "a list")
                : value instanceof Mapping
                        ? new Message("一组字段", "a group of fields")
                        : Message.of(
                                "文字“{0}”",
                                "the text \"{0}\"", ((Scalar) value).text().strip());
        invalid(
                value,
                new Message(
                        "“" + name + "”应是" + expected.zh() + "，这里是" + found.zh(),
                        "\"" + name + "\" should be " + expected.en() + ", found " + found.en()),
                mend);
    }

    private ProblemCode code(ProblemCode inNotices) {
        return isSettings ? ProblemCode.CONFIG_INVALID : inNotices;
    }

    private static String todoLine(Scalar value) {
        return value.text()
                .lines()
                .filter(TodoMark::isIn)
                .findFirst()
                .orElse("TODO")
                .strip();
    }
}
