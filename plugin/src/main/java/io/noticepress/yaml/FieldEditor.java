package io.noticepress.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Sets one field of a nested map in a YAML text and leaves every other character as it is: comments, order, line terminators,
 * flow or block style.
 *
 * <p>Example: setting {@code basis} of {@code translation} to {@code v1 k3mzq7a} turns
 * {@code translation: {state: draft} # agreed} into {@code translation: {state: draft, basis: v1 k3mzq7a} # agreed}.
 */
public final class FieldEditor {
    private final String text;
    private final ParserImpl events;

    private FieldEditor(String text) {
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(2 * YamlParser.MAX_LENGTH);
        this.events = new ParserImpl(new StreamReader(text), options);
    }

    /**
     * Sets the field {@code name} of the top-level map {@code map}.
     *
     * @param value a plain scalar that needs no quotes
     * @return the changed text; empty if the text has no such map
     */
    public static Optional<String> set(String text, String map, String name, String value) {
        try {
            return new FieldEditor(text).editMapping(map, name, value);
        } catch (MarkedYAMLException e) {
            return Optional.empty(); // the syntax error is reported whenever the file is read
        }
    }

    private Optional<String> editMapping(String map, String name, String value) {
        events.getEvent(); // stream start
        if (!events.checkEvent(ID.DocumentStart)) {
            return Optional.empty();
        }
        events.getEvent();
        if (!events.checkEvent(ID.MappingStart)) {
            return Optional.empty();
        }
        events.getEvent();
        while (!events.checkEvent(ID.MappingEnd)) {
            boolean found = readKey().equals(map);
            if (found && events.checkEvent(ID.MappingStart)) {
                return Optional.of(editFields((CollectionStartEvent) events.getEvent(), name, value));
            }
            skipValue();
        }
        return Optional.empty();
    }

    private String editFields(CollectionStartEvent start, String name, String value) {
        int end = offset(start.getEndMark());
        int column = start.getStartMark().getColumn();
        boolean empty = true;
        while (!events.checkEvent(ID.MappingEnd)) {
            boolean found = readKey().equals(name);
            int from = offset(events.peekEvent().getStartMark());
            end = Math.max(from, skipValue());
            empty = false;
            if (found) {
                String gap = from > 0 && text.charAt(from - 1) == ':' ? " " : "";
                return text.substring(0, from) + gap + value + textAfter(from, end);
            }
        }
        String field = name + ": " + value;
        if (start.isFlow()) {
            return text.substring(0, end) + (empty ? "" : ", ") + field + text.substring(end);
        }
        int eol = text.indexOf('\n', Math.max(0, end - 1));
        int at = eol < 0 ? text.length() : eol + 1;
        String terminator = text.contains("\r\n") ? "\r\n" : "\n";
        return text.substring(0, at)
                + (eol < 0 ? terminator : "")
                + " ".repeat(column)
                + field
                + (eol < 0 ? "" : terminator)
                + text.substring(at);
    }

    /** What follows a value. SnakeYAML's end mark of a block scalar is after its line break, which must stay. */
    private String textAfter(int from, int end) {
        int stop = end;
        while (stop > from && (text.charAt(stop - 1) == '\n' || text.charAt(stop - 1) == '\r')) {
            stop--;
        }
        return text.substring(stop);
    }

    private String readKey() {
        return events.checkEvent(ID.Scalar)
                ? ((ScalarEvent) events.getEvent()).getValue()
                : Integer.toString(skipValue());
    }

    /** Skips a value and returns its end offset. */
    private int skipValue() {
        int depth = 0;
        Event event;
        do {
            event = events.getEvent();
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event.is(ID.MappingEnd) || event.is(ID.SequenceEnd) ? 1 : 0;
        } while (depth > 0);
        return offset(event.getEndMark());
    }

    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
