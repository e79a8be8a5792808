package io.noticepress.yaml;

import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.YamlParser.YamlRejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes the values of one text from SnakeYAML's parse events and rejects what is outside the safe subset. Each instance is
 * used once.
 */
final class ValueComposer {
    private final YamlText text;
    private final Problems problems;
    private final ParserImpl events;

    ValueComposer(YamlText text, Problems problems) {
        this.text = text;
        this.problems = problems;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(2 * YamlParser.MAX_LENGTH);
        this.events = new ParserImpl(new StreamReader(text.text()), options);
    }

    Value compose() {
        events.getEvent(); // stream start
        if (events.checkEvent(ID.StreamEnd)) {
            return new Mapping(List.of(), text.location(0, 0), 1);
        }
        DocumentStartEvent start = (DocumentStartEvent) events.getEvent();
        if (start.getVersion() != null
                || start.getTags() != null && !start.getTags().isEmpty()) {
            throw rejectLine(start, "指令（%）", "a directive (%)");
        }
        Value value = compose(1);
        events.getEvent(); // document end
        if (!events.checkEvent(ID.StreamEnd)) {
            throw rejectLine(events.peekEvent(), "第二个 YAML 文档", "a second YAML document");
        }
        return value instanceof Scalar scalar && scalar.text().isEmpty()
                ? new Mapping(List.of(), scalar.at(), 1)
                : value;
    }

    private Value compose(int depth) {
        Event event = events.getEvent();
        if (event.is(ID.Alias)) {
            throw rejectUnsafe(event, "别名（*）", "an alias (*)");
        }
        NodeEvent node = (NodeEvent) event;
        if (node.getAnchor() != null) {
            throw rejectUnsafe(event, "锚点（&）", "an anchor (&)");
        }
        if (node instanceof ScalarEvent scalar) {
            if (scalar.getTag() != null) {
                throw rejectUnsafe(event, "标签（!）", "a tag (!)");
            }
            return composeScalar(scalar);
        }
        if (((CollectionStartEvent) node).getTag() != null) {
            throw rejectUnsafe(event, "标签（!）", "a tag (!)");
        }
        if (depth > YamlParser.MAX_DEPTH) {
            throw new YamlRejected(Problem.of(
                    ProblemCode.YAML_UNSAFE,
                    location(event.getStartMark()),
                    1,
                    Message.of(
                            "列表和映射嵌套超过 {0} 层",
                            "lists and maps are nested more than {0} levels deep", YamlParser.MAX_DEPTH),
                    Message.of(
                            "减少嵌套；若这些括号属于文字，给整个值加上引号",
                            "reduce the nesting, or put the value in quotes if the brackets are part of the text")));
        }
        return node.is(ID.SequenceStart) ? composeSequence(event, depth) : composeMapping(event, depth);
    }

    private Scalar composeScalar(ScalarEvent event) {
        String value = event.getValue();
        Location at = location(event.getStartMark());
        int width = width(event.getStartMark(), event.getEndMark());
        if (!HiddenChars.isIn(value)) {
            return new Scalar(value, at, width);
        }
        StringBuilder out = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (!HiddenChars.isHidden(c)) {
                out.appendCodePoint(c);
            } else if (c != YamlParser.PLACEHOLDER) {
                Problem problem = HiddenChars.problem(at, c);
                problems.add(problem.code(), at, width, problem.message(), problem.mend());
            }
        });
        return new Scalar(out.toString(), at, width);
    }

    private Sequence composeSequence(Event start, int depth) {
        List<Value> values = new ArrayList<>();
        while (!events.checkEvent(ID.SequenceEnd)) {
            values.add(compose(depth + 1));
        }
        Event end = events.getEvent();
        return new Sequence(values, location(start.getStartMark()), width(start.getStartMark(), end.getEndMark()));
    }

    private Mapping composeMapping(Event start, int depth) {
        List<Field> fields = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        while (!events.checkEvent(ID.MappingEnd)) {
            Scalar key = composeKey(depth);
            Location first = seen.putIfAbsent(key.text(), key.at());
            Value value = compose(depth + 1);
            if (first == null) {
                fields.add(new Field(key, value));
            } else {
                reportDuplicate(key, first);
            }
        }
        Event end = events.getEvent();
        return new Mapping(fields, location(start.getStartMark()), width(start.getStartMark(), end.getEndMark()));
    }

    private Scalar composeKey(int depth) {
        Event event = events.peekEvent();
        if (event instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getValue().equals("<<")) {
            throw rejectUnsafe(event, "合并键（<<）", "a merge key (<<)");
        }
        if (event.is(ID.SequenceStart) || event.is(ID.MappingStart)) {
            throw rejectUnsafe(event, "列表或映射作字段名", "a list or map as a field name");
        }
        return (Scalar) compose(depth + 1);
    }

    private void reportDuplicate(Scalar key, Location first) {
        problems.add(
                ProblemCode.DUPLICATE_FIELD,
                key.at(),
                key.width(),
                Message.of(
                        "“{0}”写了两次：第 {1} 行和第 {2} 行",
                        "\"{0}\" appears twice, on lines {1} and {2}",
                        key.text(),
                        first.line(),
                        key.at().line()),
                Message.of("保留一处，删去另一处", "keep one and delete the other"));
    }

    /** Like {@link #rejectUnsafe}, where the only mend is to delete the whole line. */
    private YamlRejected rejectLine(Event event, String zh, String en) {
        Problem problem = rejectUnsafe(event, zh, en).problem();
        Message mend = Message.of("删去这一行", "delete this line");
        return new YamlRejected(Problem.of(problem.code(), problem.at(), problem.width(), problem.message(), mend));
    }

    private YamlRejected rejectUnsafe(Event event, String zh, String en) {
        return new YamlRejected(SyntaxProblems.unsafe(
                location(event.getStartMark()), width(event.getStartMark(), event.getEndMark()), zh, en));
    }

    private Location location(Mark mark) {
        return text.location(mark.getLine(), mark.getColumn());
    }

    private int width(Mark start, Mark end) {
        if (start.getLine() == end.getLine()) {
            return Math.max(1, end.getColumn() - start.getColumn());
        }
        String line = text.lines().get(start.getLine()).stripTrailing();
        return Math.max(1, line.codePointCount(0, line.length()) - start.getColumn());
    }
}
