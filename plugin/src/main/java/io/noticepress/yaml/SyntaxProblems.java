package io.noticepress.yaml;

import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Turns SnakeYAML's syntax errors into problems that an editor who knows no YAML can understand and fix.
 *
 * <p>Example: for a line {@code title：关于…} SnakeYAML reports an error on the next line; the problem made of it is "the field
 * name is followed by a full-width colon", at the colon.
 */
final class SyntaxProblems {
    // "title：关于……": the colon of a Chinese keyboard
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("^\\s*(?:- )?[\\p{L}\\p{N}_-]{1,40}\\s*(：)");
    // "title:关于……": no space after the colon; the colon of a URL such as https://… does not count
    private static final Pattern COLON_WITHOUT_SPACE =
            Pattern.compile("^\\s*(?:- )?[\\p{L}_][\\p{L}\\p{N}_-]{0,39}(:)(?!//)\\S");
    private static final Pattern FIELD = Pattern.compile("^(\\s*(?:- )?[\\p{L}\\p{N}_-]+: +)(\\S.*)$");
    private static final Pattern QUOTED_VALUE = Pattern.compile("\\s*[^\\s:]+: +[\"'].*");
    // "title: [急]关于……": brackets that are meant as text
    private static final Pattern TEXT_AFTER_BRACKET =
            Pattern.compile("\\s*[^\\s:]+: +(?:\\[[^]]*]|\\{[^}]*})\\s*[^\\s#].*");

    private SyntaxProblems() {}

    /** The problem behind a syntax error of SnakeYAML. */
    static Problem of(MarkedYAMLException e, YamlText text) {
        List<String> lines = text.lines();
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Mark start = e.getContextMark() == null ? mark : e.getContextMark();
        // SnakeYAML notices a malformed colon only one or two lines later.
        int first = Math.max(0, Math.min(start.getLine(), mark.getLine()) - 1);
        for (int line = first; line <= mark.getLine() && line < lines.size(); line++) {
            Optional<Problem> colon = line <= first + 2 || line == mark.getLine()
                    ? colonProblem(text, lines.get(line), line)
                    : Optional.empty();
            if (colon.isPresent()) {
                return colon.get();
            }
        }
        String line = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
        return of(
                String.valueOf(e.getContext()),
                String.valueOf(e.getProblem()),
                text.location(start.getLine(), start.getColumn()),
                text.location(mark.getLine(), mark.getColumn()),
                line,
                mark.getColumn());
    }

    /** Chooses the problem by the wording of SnakeYAML's error; {@code start} is where the construct it was reading begins. */
    private static Problem of(String context, String problem, Location start, Location at, String line, int column) {
        if (context.contains("an alias") || context.contains("an anchor")) {
            return unsafe(start, 1, "别名或锚点（* 或 &）", "an alias or anchor (* or &)");
        }
        if (context.contains("a tag") || context.contains("a directive") || problem.contains("tag handle")) {
            return unsafe(start, 1, "标签或指令（! 或 %）", "a tag or directive (! or %)");
        }
        if (problem.contains("mapping values are not allowed")) {
            return isKeyOnly(line, column) ? inconsistentIndent(at) : secondColon(at, line);
        }
        if (context.contains("double-quoted") && problem.contains("escape")) {
            return invalidEscape(at);
        }
        if (context.contains("quoted scalar")) {
            return unclosedQuote(start);
        }
        if (context.contains("flow")) {
            return unclosedBracket(start);
        }
        if (problem.contains("TAB") || line.startsWith("\t")) {
            return tab(at);
        }
        if (problem.contains("cannot start any token")) {
            return syntax(at, Message.of("值不能以这个字符开头", "a value cannot start with this character"), adviseQuotes(line));
        }
        if (context.contains("simple key")) {
            return notAField(start);
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            if (TEXT_AFTER_BRACKET.matcher(line).matches()) {
                return syntax(at, Message.of("括号之后还有文字", "text follows the closing bracket"), adviseQuotes(line));
            }
            return QUOTED_VALUE.matcher(line).matches()
                    ? syntax(at, Message.of("引号之后还有文字", "text follows the closing quote"), adviseQuotes(line))
                    : inconsistentIndent(at);
        }
        return syntax(
                at,
                Message.of("这里不合 YAML 的写法", "this is not valid YAML"),
                Message.of(
                        "写成“字段名: 值”，值里有特殊符号时加上引号",
                        "write \"name: value\", with quotes around a value that contains special characters"));
    }

    private static Problem secondColon(Location at, String line) {
        return syntax(
                at,
                Message.of(
                        "值里又出现了“: ”，无法判断值从哪里开始",
                        "a second \": \" in the value makes it unclear where the value begins"),
                adviseQuotes(line));
    }

    private static Problem unclosedQuote(Location at) {
        return syntax(
                at,
                Message.of("引号没有配对", "this quote is never closed"),
                Message.of("在值的末尾补上同样的引号", "add the same quote at the end of the value"));
    }

    private static Problem unclosedBracket(Location at) {
        return syntax(
                at,
                Message.of("方括号或花括号没有配对", "this bracket is never closed"),
                Message.of(
                        "补上“]”或“}”，各项之间用英文逗号；若括号属于文字，给整个值加上引号",
                        "add \"]\" or \"}\" and separate the entries by commas, or put the value in quotes if the bracket is part of the text"));
    }

    private static Problem tab(Location at) {
        return syntax(at, Message.of("这里用了制表符（Tab）", "a tab is used here"), Message.of("改用空格缩进", "indent with spaces"));
    }

    private static Problem notAField(Location at) {
        return syntax(
                at,
                Message.of("这一行不是“字段名: 值”", "this line is not a \"name: value\""),
                Message.of(
                        "写成“字段名: 值”；若是上一行的延续，在行首加空格",
                        "write \"name: value\", or indent the line if it continues the previous one"));
    }

    /** Whether only spaces and a name precede the colon: then the line is a field indented like a continuation line. */
    private static boolean isKeyOnly(String line, int column) {
        return column <= line.codePointCount(0, line.length())
                && line.substring(0, line.offsetByCodePoints(0, column)).matches("\\s+[\\p{L}\\p{N}_-]+");
    }

    /** The problem of a text that is valid YAML but not a map. */
    static Problem notFields(Value value, YamlText text) {
        List<String> lines = text.lines();
        for (int line = 0; line < lines.size(); line++) {
            Optional<Problem> colon = colonProblem(text, lines.get(line), line);
            if (colon.isPresent()) {
                return colon.get();
            }
        }
        return Problem.of(
                ProblemCode.YAML_SYNTAX,
                value.at(),
                value.width(),
                Message.of("这里应是“字段名: 值”", "\"name: value\" is expected here"),
                Message.of("每行写一个“字段名: 值”", "write one \"name: value\" per line"));
    }

    /** An escape beyond Unicode. SnakeYAML does not say where it is, so the first {@code \U} is assumed. */
    static Problem invalidEscape(YamlText text) {
        List<String> lines = text.lines();
        for (int line = 0; line < lines.size(); line++) {
            int index = lines.get(line).indexOf("\\U");
            if (index >= 0) {
                return invalidEscape(text.location(line, lines.get(line).codePointCount(0, index)));
            }
        }
        return invalidEscape(text.location(0, 0));
    }

    /** The problem of using a YAML feature outside the safe subset; {@code zh} and {@code en} name it. */
    static Problem unsafe(Location at, int width, String zh, String en) {
        return Problem.of(
                ProblemCode.YAML_UNSAFE,
                at,
                width,
                Message.of("这里用了{0}，不予接受", "{1} is not allowed", zh, en),
                Message.of(
                        "直接写出内容；若这个符号属于文字，给整个值加上引号",
                        "write out the content, or put the value in quotes if the character is part of the text"));
    }

    private static Problem inconsistentIndent(Location at) {
        return syntax(
                at,
                Message.of("这一行的缩进与前面各行不一致", "the indentation of this line does not match the lines before it"),
                Message.of("让同一级的各行左端对齐", "start all lines of one level in the same column"));
    }

    private static Problem invalidEscape(Location at) {
        return syntax(
                at,
                Message.of("反斜杠之后不是可用的转义", "the backslash does not begin a valid escape"),
                Message.of("把反斜杠写成“\\\\”，或改用单引号", "write the backslash as \"\\\\\", or use single quotes"));
    }

    private static Optional<Problem> colonProblem(YamlText text, String line, int index) {
        Matcher wide = FULL_WIDTH_COLON.matcher(line);
        Matcher tight = COLON_WITHOUT_SPACE.matcher(line);
        boolean isWide = wide.find();
        if (!isWide && !tight.find()) {
            return Optional.empty();
        }
        Location at = text.location(index, line.codePointCount(0, isWide ? wide.start(1) : tight.start(1)));
        return Optional.of(
                isWide
                        ? syntax(
                                at,
                                Message.of("字段名后面是全角冒号", "the field name is followed by a full-width colon"),
                                Message.of("改为英文冒号，后面空一格", "use an ASCII colon followed by a space"))
                        : syntax(
                                at,
                                Message.of("冒号后面没有空格", "there is no space after the colon"),
                                Message.of("在冒号后面空一格", "put a space after the colon")));
    }

    /** The mend "put it in quotes", with the corrected line. */
    private static Message adviseQuotes(String line) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            return Message.of("给整个值加上引号", "put the whole value in quotes");
        }
        String value = field.group(2).strip();
        String corrected = value.indexOf('"') >= 0
                ? field.group(1) + "'" + value.replace("'", "''") + "'"
                : field.group(1) + "\"" + value.replace("\\", "\\\\") + "\"";
        return corrected.length() > 160
                ? Message.of("给整个值加上英文引号", "put the whole value in quotes")
                : Message.of("给整个值加上英文引号：{0}", "put the value in quotes: {0}", corrected.strip());
    }

    private static Problem syntax(Location at, Message message, Message mend) {
        return Problem.of(ProblemCode.YAML_SYNTAX, at, 1, message, mend);
    }
}
