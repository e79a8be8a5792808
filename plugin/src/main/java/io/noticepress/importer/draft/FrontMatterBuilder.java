package io.noticepress.importer.draft;

import java.util.List;
import java.util.stream.Collectors;

/** A front matter as it is written, line by line. */
final class FrontMatterBuilder {
    private final StringBuilder yaml = new StringBuilder("---\n");

    /** A remark to the editor. */
    FrontMatterBuilder comment(String words) {
        yaml.append("# ").append(words.replaceAll("\\s+", " ")).append('\n');
        return this;
    }

    FrontMatterBuilder field(String name, String value) {
        yaml.append(name).append(": ").append(quoted(value)).append('\n');
        return this;
    }

    FrontMatterBuilder list(String name, List<String> values) {
        yaml.append(name).append(": ").append(flowSequence(values)).append('\n');
        return this;
    }

    /** YAML of any shape. */
    FrontMatterBuilder rawYaml(String lines) {
        yaml.append(lines).append('\n');
        return this;
    }

    /** The front matter with its two fences. */
    String text() {
        return yaml + "---\n";
    }

    static String flowSequence(List<String> values) {
        return values.stream().map(FrontMatterBuilder::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A value; in quotes if it would otherwise be something else. */
    static String quoted(String value) {
        boolean plain = value.matches("[\\p{L}\\p{N}《（〔][^:#,\\[\\]{}\"'\\\\&*!|>%@`]*") && !value.endsWith(" ");
        return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
