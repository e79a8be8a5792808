package io.noticepress.yaml;

import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Parser of a safe subset of YAML 1.1: scalars, lists and maps; no tags, anchors, aliases, merge keys, directives or further
 * documents.
 *
 * <p>Example: {@code topics: [talent, youth]} on line 5 of a file becomes a {@link Mapping} with the field {@code topics}, whose
 * value is a {@link Sequence} at 5:9 of two {@link Scalar}s, at 5:10 and 5:18.
 *
 * <p>It reads SnakeYAML's parse events, so no object is ever constructed and no type resolved; input nested deeper than
 * {@link #MAX_DEPTH} is rejected.
 */
public final class YamlParser {
    /** How many levels deep lists and maps may be nested. */
    public static final int MAX_DEPTH = 6;

    /** How many code points a text may have. */
    public static final int MAX_LENGTH = 65_536;

    /**
     * Replaces a hidden character before SnakeYAML reads the text. It is a hidden character itself, so none can be left in the
     * text that means anything else.
     */
    static final int PLACEHOLDER = 0x10FFFF;

    private YamlParser() {}

    /** Parses a text that must be a map; empty if it is not, with the reason in {@code problems}. */
    public static Optional<Mapping> parse(YamlText text, Problems problems) {
        Optional<Value> value = parseValue(text, problems);
        if (value.isPresent() && !(value.get() instanceof Mapping)) {
            problems.add(SyntaxProblems.notFields(value.get(), text));
            return Optional.empty();
        }
        return value.map(Mapping.class::cast);
    }

    /** Parses a text that may be a map, a list or a scalar; an empty text gives a map without fields. */
    public static Optional<Value> parseValue(YamlText text, Problems problems) {
        int length = text.text().codePointCount(0, text.text().length());
        if (length > MAX_LENGTH) {
            problems.add(Problem.of(
                    ProblemCode.YAML_UNSAFE,
                    text.location(0, 0),
                    1,
                    Message.of(
                            "字段部分有 {0} 个字符，超过 {1} 的上限",
                            "the YAML has {0} characters, more than the {1} allowed", length, MAX_LENGTH),
                    Message.of("把长的内容移到正文中", "move long content into the body text")));
            return Optional.empty();
        }
        try {
            return Optional.of(new ValueComposer(replaceHidden(text, problems), problems).compose());
        } catch (YamlRejected yamlRejected) {
            problems.add(yamlRejected.problem());
        } catch (MarkedYAMLException e) {
            problems.add(SyntaxProblems.of(e, text));
        } catch (IllegalArgumentException e) {
            // SnakeYAML does not catch what Character.toChars and Integer.parseInt throw for \U escapes beyond Unicode.
            problems.add(SyntaxProblems.invalidEscape(text));
        }
        return Optional.empty();
    }

    /** Reports each hidden character and replaces it by a placeholder of the same width. */
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

    /** Thrown to stop parsing one text. */
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
}
