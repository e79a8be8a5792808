package io.noticepress.yaml;

import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * YAML 1.1 without its dangers: text, lists and maps; no tags, anchors, aliases, merge keys, directives or second documents.
 *
 * <p>It works on the events of SnakeYAML, so nothing is ever constructed or resolved, and an attack ends at the seventh level.
 */
public final class YamlParser {
    /** Levels of lists and maps within each other. */
    public static final int MAX_DEPTH = 6;

    /** Code points of a text. */
    public static final int MAX_LENGTH = 65_536;

    /** Stands for a hidden character while SnakeYAML looks on; itself one, so it can mean nothing else. */
    static final int PLACEHOLDER = 0x10FFFF;

    private YamlParser() {}

    /** The fields that a text is made of; empty if it is no such thing, with the reason among the problems. */
    public static Optional<Mapping> parse(YamlText text, Problems problems) {
        Optional<Value> value = parseValue(text, problems);
        if (value.isPresent() && !(value.get() instanceof Mapping)) {
            problems.add(SyntaxProblems.notFields(value.get(), text));
            return Optional.empty();
        }
        return value.map(Mapping.class::cast);
    }

    /** The value that a text is: a map, a list or a text; a map without fields if there is nothing in it. */
    public static Optional<Value> parseValue(YamlText text, Problems problems) {
        int length = text.text().codePointCount(0, text.text().length());
        if (length > MAX_LENGTH) {
            Location start = new Location(text.file(), text.firstLine(), 1);
            problems.add(Problem.of(
                    ProblemCode.YAML_UNSAFE,
                    start,
                    1,
                    Message.of(
                            "字段部分有 {0} 个字符，超过 {1} 的上限",
                            "{0} characters of YAML where at most {1} are allowed", length, MAX_LENGTH),
                    Message.of("把长的内容移到正文中", "move long content into the text")));
            return Optional.empty();
        }
        try {
            return Optional.of(new ValueComposer(replaceHidden(text, problems), problems).compose());
        } catch (YamlRejected yamlRejected) {
            problems.add(yamlRejected.problem());
        } catch (MarkedYAMLException e) {
            problems.add(SyntaxProblems.of(e, text));
        } catch (IllegalArgumentException e) {
            // SnakeYAML lets Character.toChars and Integer.parseInt complain about \U escapes beyond Unicode.
            problems.add(SyntaxProblems.escape(text));
        }
        return Optional.empty();
    }

    /** Reports hidden characters at their places and puts a placeholder of the same width there. */
    private static YamlText replaceHidden(YamlText text, Problems problems) {
        if (!HiddenChars.isIn(text.text())) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.text().length());
        int line = text.firstLine();
        int column = 1;
        for (int c : text.text().codePoints().toArray()) {
            if (HiddenChars.isHidden(c)) {
                problems.add(HiddenChars.problem(new Location(text.file(), line, column), c));
            }
            out.appendCodePoint(HiddenChars.isHidden(c) ? PLACEHOLDER : c);
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return new YamlText(text.file(), out.toString(), text.firstLine());
    }

    /** Ends the parsing of one text. */
    static final class YamlRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        YamlRejected(Problem problem) {
            super(problem.message().en(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** The lines of a text. */
    static List<String> lines(YamlText text) {
        return text.text().lines().toList();
    }
}
