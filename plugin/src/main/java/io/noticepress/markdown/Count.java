package io.noticepress.markdown;

import io.noticepress.problem.Message;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk over the lines of a text that counts what {@link Limits} limit. */
final class Count {
    private static final Pattern MARKER =
            Pattern.compile("[ \\t]{0,3}(?:>|[-+*](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))");
    private static final Pattern FENCE = Pattern.compile("[ \\t>]*+(`{3,}|~{3,})[^`]*+");
    /** The marks that are counted within a paragraph. */
    private static final String MARKS = "[<`*_~";

    private final String text;
    private final Limits limits;
    private final int[] indents;
    private final int[] seen = new int[MARKS.length()];
    private int depth;
    private int definitions;
    /** Of the present paragraph: its lines, open brackets, escaped backslashes, columns if it is a table. */
    private int lines;

    private int open;
    private int escapes;
    private int columns;
    private String fence = "";

    Count(String text, Limits limits) {
        this.text = text;
        this.limits = limits;
        this.indents = new int[limits.nesting() + 2];
    }

    void run() {
        int start = 0;
        for (int number = 1; start <= text.length(); number++) {
            int eol = text.indexOf('\n', start);
            int end = eol < 0 ? text.length() : eol;
            if (number > limits.lines()) {
                throw beyond("正文超过 {0} 行", "a text of more than {0} lines", limits.lines(), start);
            }
            if (end - start > limits.line()) {
                throw beyond("一行超过 {0} 个字符", "a line of more than {0} characters", limits.line(), start);
            }
            line(text.substring(start, end), start);
            start = end + 1;
        }
    }

    private static TooComplex beyond(String zh, String en, int limit, int place) {
        return new TooComplex(Message.of(zh, en, limit), place);
    }

    private void line(String words, int start) {
        String found = bar(words);
        if (!found.isEmpty()) {
            if (fence.isEmpty()) {
                fence = found;
            } else if (found.startsWith(fence)) {
                fence = "";
            }
            fresh();
        } else if (words.isBlank()) {
            fresh();
        } else {
            int content = isRule(words) ? 0 : containers(words, start);
            if (fence.isEmpty()) {
                paragraph(words, content, start);
                marks(words, content, start);
            }
        }
    }

    /** The marks of a line that begins or ends code, or nothing. */
    private static String bar(String words) {
        if (!words.contains("```") && !words.contains("~~~")) {
            return "";
        }
        Matcher bar = FENCE.matcher(words);
        return bar.matches() ? bar.group(1) : "";
    }

    /** A thematic break or the underline of a heading, though {@code - - -} looks like nested lists. */
    private static boolean isRule(String words) {
        char kind = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c != ' ' && c != '\t' && c != '>') {
                if (kind != 0 && c != kind || "-*_=".indexOf(c) < 0) {
                    return false;
                }
                kind = c;
            }
        }
        return kind != 0;
    }

    /** Counts the quotes and lists the line stands in; gives the index at which its own words begin. */
    private int containers(String words, int start) {
        int indent = 0;
        int tabs = 0;
        while (indent < words.length() && (words.charAt(indent) == ' ' || words.charAt(indent) == '\t')) {
            tabs += words.charAt(indent++) == '\t' ? 1 : 0;
        }
        if (tabs > limits.tabs()) {
            throw beyond("行首制表符超过 {0} 个", "more than {0} tabs at the start of a line", limits.tabs(), start);
        }
        Matcher marker = MARKER.matcher(words).region(indent, words.length());
        int at = 0;
        int here = 0;
        while (marker.lookingAt()) {
            if (at == 0) {
                while (depth > 0 && indents[depth - 1] >= indent) {
                    depth--;
                }
                indents[Math.min(depth++, limits.nesting())] = indent;
            } else {
                here++;
            }
            if (depth + here > limits.nesting()) {
                throw beyond(
                        "引用或列表套了 {0} 层以上",
                        "quotes or lists nested more than {0} deep", limits.nesting(), start + marker.start());
            }
            at = marker.end();
            marker.region(at, words.length());
        }
        if (at > 0) {
            fresh();
        } else if (indent == 0) {
            depth = 0;
        }
        return at;
    }

    /** Another paragraph begins. */
    private void fresh() {
        lines = 0;
        columns = 0;
        freshMarks();
    }

    private void freshMarks() {
        Arrays.fill(seen, 0);
        open = 0;
        escapes = 0;
    }

    private void paragraph(String words, int from, int start) {
        if (++lines > limits.paragraph()) {
            throw beyond("一段或一张表超过 {0} 行", "a paragraph or table of more than {0} lines", limits.paragraph(), start);
        }
        int bars = 0;
        for (int bar = words.indexOf('|', from); bar >= 0; bar = words.indexOf('|', bar + 1)) {
            bars++;
        }
        columns = Math.max(columns, bars);
        if ((long) columns * lines > limits.cells()) {
            throw beyond("表格超过 {0} 格", "a table of more than {0} cells", limits.cells(), start);
        }
        if (bars > 1) {
            freshMarks();
        }
        if (words.contains("]:") && ++definitions > limits.definitions()) {
            throw beyond(
                    "链接或脚注的定义超过 {0} 个", "more than {0} definitions of links or footnotes", limits.definitions(), start);
        }
    }

    private void marks(String words, int from, int start) {
        int run = 1;
        for (int i = from; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Han.isCommon(c)) {
                continue;
            }
            run = i > from && words.charAt(i - 1) == c ? run + 1 : 1;
            if (c == ']') {
                open = Math.max(0, open - 1);
            } else if (c == '\\') {
                escape(run, start + i);
            } else if (MARKS.indexOf(c) >= 0) {
                mark(c, run, start + i);
            }
        }
    }

    /** What the library reads of {@code [\\\\\\} doubles with each pair of backslashes. */
    private void escape(int run, int place) {
        if (run % 2 == 0 && seen[0] > 0 && ++escapes > limits.escapes()) {
            throw beyond(
                    "有方括号的一段里，“\\\\”超过 {0} 处",
                    "more than {0} times \\\\ in a paragraph with brackets", limits.escapes(), place);
        }
    }

    private void mark(char c, int run, int place) {
        if (run > limits.run() && c != '`' && c != '~') {
            throw new TooComplex(
                    Message.of("“{0}”连写了 {1} 个以上", "more than {1} \"{0}\" in a row", c, limits.run()), place);
        }
        boolean counts = run == 1 || c == '[' || c == '<';
        if (counts && ++seen[MARKS.indexOf(c)] > limits.marks()) {
            throw new TooComplex(
                    Message.of("一段之内有 {1} 个以上的“{0}”", "more than {1} \"{0}\" in one paragraph", c, limits.marks()),
                    place);
        }
        if (c == '[' && ++open > limits.nesting()) {
            throw beyond("方括号套了 {0} 层以上", "brackets nested more than {0} deep", limits.nesting(), place);
        }
    }
}
