package io.noticepress.importer.draft;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes front matter as YAML.
 *
 * <p>Example: the field {@code note} with the value {@code 联系人: 示范} is {@code note: "联系人: 示范"}.
 */
final class FrontMatterBuilder {
    private final StringBuilder yaml = new StringBuilder("---\n");

    /** Adds a remark for the editor. */
    FrontMatterBuilder comment(String text) {
        yaml.append("# ").append(text.replaceAll("\\s+", " ")).append('\n');
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

    /** Adds lines of YAML unchanged. */
    FrontMatterBuilder rawYaml(String lines) {
        yaml.append(lines).append('\n');
        return this;
    }

    /** The front matter between its two {@code ---} lines. */
    String text() {
        return yaml + "---\n";
    }

    private static String flowSequence(List<String> values) {
        return values.stream().map(FrontMatterBuilder::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A YAML scalar; in double quotes unless it is safe without. */
    static String quoted(String value) {
        boolean isPlain = value.matches("[\\p{L}\\p{N}《（〔][^:#,\\[\\]{}\"'\\\\&*!|>%@`]*") && !value.endsWith(" ");
        return isPlain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
