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
 * Sets one field of a map within a YAML text and leaves every other character as it is: comments, order, line ends, flow or
 * block style. Used once.
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
     * The text with the field {@code name} of the map {@code map} set.
     *
     * @param value plain words that need no quotes
     * @return empty if there is no such map
     */
    public static Optional<String> set(String text, String map, String name, String value) {
        try {
            return new FieldEditor(text).editMapping(map, name, value);
        } catch (MarkedYAMLException e) {
            return Optional.empty(); // who wrote the text is told of it when it is read
        }
    }

    private Optional<String> editMapping(String map, String name, String value) {
        events.getEvent(); // start of the stream
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
        String line = text.contains("\r\n") ? "\r\n" : "\n";
        return text.substring(0, at)
                + (eol < 0 ? line : "")
                + " ".repeat(column)
                + field
                + (eol < 0 ? "" : line)
                + text.substring(at);
    }

    /** What follows a value; the mark of a block text stands behind its line break, which stays. */
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

    /** Passes over a value; gives where it ends. */
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
