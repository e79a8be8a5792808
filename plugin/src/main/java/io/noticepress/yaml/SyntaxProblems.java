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

/** What is wrong with a text that is no YAML, said so that someone who never heard of YAML can mend it. */
final class SyntaxProblems {
    // "title：关于……": the colon of a Chinese keyboard
    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("^\\s*(?:- )?[\\p{L}\\p{N}_-]{1,40}\\s*(：)");
    // "title:关于……": no blank after the colon; an address such as https://… is none
    private static final Pattern COLON_WITHOUT_SPACE =
            Pattern.compile("^\\s*(?:- )?[\\p{L}_][\\p{L}\\p{N}_-]{0,39}(:)(?!//)\\S");
    private static final Pattern FIELD = Pattern.compile("^(\\s*(?:- )?[\\p{L}\\p{N}_-]+: +)(\\S.*)$");

    private static final Pattern AFTER_QUOTE = Pattern.compile("\\s*[^\\s:]+: +[\"'].*");

    // "title: [急]关于……": brackets that are meant as text
    private static final Pattern AFTER_BRACKET = Pattern.compile("\\s*[^\\s:]+: +(?:\\[[^]]*]|\\{[^}]*})\\s*[^\\s#].*");

    private SyntaxProblems() {}

    static Problem of(MarkedYAMLException e, YamlText text) {
        List<String> lines = YamlParser.lines(text);
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Mark from = e.getContextMark() == null ? mark : e.getContextMark();
        // A colon that is none is noticed a line or two later.
        int first = Math.max(0, Math.min(from.getLine(), mark.getLine()) - 1);
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
                location(text, from),
                location(text, mark),
                line,
                mark.getColumn());
    }

    private static Problem of(String context, String problem, Location opened, Location at, String line, int column) {
        if (context.contains("an alias") || context.contains("an anchor")) {
            return unsafe(opened, 1, "别名或锚点（* 或 &）", "an alias or anchor (* or &)");
        }
        if (context.contains("a tag") || context.contains("a directive") || problem.contains("tag handle")) {
            return unsafe(opened, 1, "标签或指令（! 或 %）", "a tag or directive (! or %)");
        }
        if (problem.contains("mapping values are not allowed")) {
            return isKeyAlone(line, column) ? indent(at) : secondColon(at, line);
        }
        if (context.contains("double-quoted") && problem.contains("escape")) {
            return escape(at);
        }
        if (context.contains("quoted scalar")) {
            return openQuote(opened);
        }
        if (context.contains("flow")) {
            return openBracket(opened);
        }
        if (problem.contains("TAB") || line.startsWith("\t")) {
            return tab(at);
        }
        if (problem.contains("cannot start any token")) {
            return syntax(at, Message.of("值不能以这个字符开头", "a value cannot start with this character"), adviseQuotes(line));
        }
        if (context.contains("simple key")) {
            return noField(opened);
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            if (AFTER_BRACKET.matcher(line).matches()) {
                return syntax(at, Message.of("括号之后还有文字", "text follows the closing bracket"), adviseQuotes(line));
            }
            return AFTER_QUOTE.matcher(line).matches()
                    ? syntax(at, Message.of("引号之后还有文字", "text follows the closing quote"), adviseQuotes(line))
                    : indent(at);
        }
        return syntax(
                at,
                Message.of("这里不合 YAML 的写法", "this is not YAML"),
                Message.of(
                        "写成“字段名: 值”，值里有特殊符号时加上引号",
                        "write \"name: value\", with quotes around a value that has special signs"));
    }

    private static Problem secondColon(Location at, String line) {
        return syntax(
                at,
                Message.of(
                        "值里又出现了“: ”，无法判断值从哪里开始",
                        "a second \": \" in the value makes it unclear where the value begins"),
                adviseQuotes(line));
    }

    private static Problem openQuote(Location at) {
        return syntax(
                at,
                Message.of("引号没有配对", "a quote is opened and never closed"),
                Message.of("在值的末尾补上同样的引号", "add the same quote at the end of the value"));
    }

    private static Problem openBracket(Location at) {
        return syntax(
                at,
                Message.of("方括号或花括号没有配对", "a bracket is opened and never closed"),
                Message.of(
                        "补上“]”或“}”，各项之间用英文逗号；若括号属于文字，给整个值加上引号",
                        "add \"]\" or \"}\", with a comma between entries, or put the value in quotes if the bracket is text"));
    }

    private static Problem tab(Location at) {
        return syntax(
                at,
                Message.of("这里用了制表符（Tab）", "a tab stands where blanks are due"),
                Message.of("改用空格缩进", "indent with blanks"));
    }

    private static Problem noField(Location at) {
        return syntax(
                at,
                Message.of("这一行不是“字段名: 值”", "this line is no \"name: value\""),
                Message.of(
                        "写成“字段名: 值”；若是上一行的延续，在行首加空格",
                        "write \"name: value\", or indent the line if it continues the one before"));
    }

    /** Whether nothing but blanks and a name stands before a colon: then the line is indented as if it continued the one before. */
    private static boolean isKeyAlone(String line, int column) {
        return column <= line.codePointCount(0, line.length())
                && line.substring(0, line.offsetByCodePoints(0, column)).matches("\\s+[\\p{L}\\p{N}_-]+");
    }

    private static Location location(YamlText text, Mark mark) {
        return new Location(text.file(), text.firstLine() + mark.getLine(), mark.getColumn() + 1);
    }

    /** A text that consists of something other than fields. */
    static Problem notFields(Value value, YamlText text) {
        List<String> lines = YamlParser.lines(text);
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
                Message.of("这里应是“字段名: 值”", "fields such as \"name: value\" are due here"),
                Message.of("每行写一个“字段名: 值”", "write one \"name: value\" a line"));
    }

    /** An escape that stands for no character; its place is not known to SnakeYAML. */
    static Problem escape(YamlText text) {
        List<String> lines = YamlParser.lines(text);
        for (int line = 0; line < lines.size(); line++) {
            int index = lines.get(line).indexOf("\\U");
            if (index >= 0) {
                int column = lines.get(line).codePointCount(0, index) + 1;
                return escape(new Location(text.file(), text.firstLine() + line, column));
            }
        }
        return escape(new Location(text.file(), text.firstLine(), 1));
    }

    static Problem unsafe(Location at, int width, String zh, String en) {
        return Problem.of(
                ProblemCode.YAML_UNSAFE,
                at,
                width,
                Message.of("这里用了{0}，不予接受", "{1} is not accepted", zh, en),
                Message.of(
                        "直接写出内容；若这个符号属于文字，给整个值加上引号",
                        "write the content itself, or put the value in quotes if the sign is text"));
    }

    private static Problem indent(Location at) {
        return syntax(
                at,
                Message.of("这一行的缩进与前面各行不一致", "this line is indented unlike those before it"),
                Message.of("让同一级的各行左端对齐", "let lines of one level start in the same column"));
    }

    private static Problem escape(Location at) {
        return syntax(
                at,
                Message.of("反斜杠之后不是可用的转义", "no character is written this way after a backslash"),
                Message.of("把反斜杠写成“\\\\”，或改用单引号", "write the backslash as \"\\\\\", or use single quotes"));
    }

    private static Optional<Problem> colonProblem(YamlText text, String line, int index) {
        Matcher wide = FULL_WIDTH_COLON.matcher(line);
        Matcher tight = COLON_WITHOUT_SPACE.matcher(line);
        boolean isWide = wide.find();
        if (!isWide && !tight.find()) {
            return Optional.empty();
        }
        int column = line.codePointCount(0, isWide ? wide.start(1) : tight.start(1)) + 1;
        Location at = new Location(text.file(), text.firstLine() + index, column);
        return Optional.of(
                isWide
                        ? syntax(
                                at,
                                Message.of("字段名后面是全角冒号", "a full-width colon follows the name of the field"),
                                Message.of("改为英文冒号，后面空一格", "write an ASCII colon and a blank"))
                        : syntax(
                                at,
                                Message.of("冒号后面没有空格", "no blank follows the colon"),
                                Message.of("在冒号后面空一格", "put a blank after the colon")));
    }

    /** "Put it in quotes", with the very line that does. */
    private static Message adviseQuotes(String line) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            return Message.of("给整个值加上引号", "put the whole value in quotes");
        }
        String value = field.group(2).strip();
        String mended = value.indexOf('"') >= 0
                ? field.group(1) + "'" + value.replace("'", "''") + "'"
                : field.group(1) + "\"" + value.replace("\\", "\\\\") + "\"";
        return mended.length() > 160
                ? Message.of("给整个值加上英文引号", "put the whole value in quotes")
                : Message.of("给整个值加上英文引号：{0}", "put the value in quotes: {0}", mended.strip());
    }

    private static Problem syntax(Location at, Message what, Message mend) {
        return Problem.of(ProblemCode.YAML_SYNTAX, at, 1, what, mend);
    }
}
