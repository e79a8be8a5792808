package io.noticepress.markdown.limits;

import io.noticepress.markdown.text.CjkCharacters;
import io.noticepress.problem.Message;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the countable limits of {@link ParseLimits} in one pass over the lines of a text, before it is parsed.
 *
 * <p>Example: with a nesting limit of 32, a line of 33 {@code >} throws {@link TextTooComplex} at the offset of the last one.
 */
final class LimitCheck {
    private static final Pattern CONTAINER_MARKER =
            Pattern.compile("[ \\t]{0,3}(?:>|[-+*](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))");
    private static final Pattern FENCE = Pattern.compile("[ \\t>]*+(`{3,}|~{3,})[^`]*+");
    /** The markup characters that are counted per paragraph. */
    private static final String MARKS = "[<`*_~";

    private final String text;
    private final ParseLimits parseLimits;
    private final int[] indents;
    private final int[] markCounts = new int[MARKS.length()];
    private int depth;
    private int definitions;
    // of the current paragraph
    private int paragraphLines;
    private int openBrackets;
    private int escapes;
    private int tableColumns;
    private String openFence = "";

    LimitCheck(String text, ParseLimits parseLimits) {
        this.text = text;
        this.parseLimits = parseLimits;
        this.indents = new int[parseLimits.maxNesting() + 2];
    }

    void check() {
        int start = 0;
        for (int number = 1; start <= text.length(); number++) {
            int eol = text.indexOf('\n', start);
            int end = eol < 0 ? text.length() : eol;
            if (number > parseLimits.maxLines()) {
                throw exceeded("正文超过 {0} 行", "the text has more than {0} lines", parseLimits.maxLines(), start);
            }
            if (end - start > parseLimits.maxLineLength()) {
                throw exceeded(
                        "一行超过 {0} 个字符", "this line has more than {0} characters", parseLimits.maxLineLength(), start);
            }
            checkLine(text.substring(start, end), start);
            start = end + 1;
        }
    }

    private static TextTooComplex exceeded(String zh, String en, int limit, int offset) {
        return new TextTooComplex(Message.of(zh, en, limit), offset);
    }

    private void checkLine(String line, int start) {
        String fence = fenceOf(line);
        if (!fence.isEmpty()) {
            if (openFence.isEmpty()) {
                openFence = fence;
            } else if (fence.startsWith(openFence)) {
                openFence = "";
            }
            resetParagraph();
        } else if (line.isBlank()) {
            resetParagraph();
        } else {
            int content = isRule(line) ? 0 : checkContainers(line, start);
            if (openFence.isEmpty()) {
                checkParagraph(line, content, start);
                checkMarks(line, content, start);
            }
        }
    }

    /** The fence that a line begins or ends a code block with, such as {@code ```}; otherwise empty. */
    private static String fenceOf(String line) {
        if (!line.contains("```") && !line.contains("~~~")) {
            return "";
        }
        Matcher fence = FENCE.matcher(line);
        return fence.matches() ? fence.group(1) : "";
    }

    /** Whether a line is a thematic break or a heading underline; {@code - - -} is not three nested lists. */
    private static boolean isRule(String line) {
        char rule = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != ' ' && c != '\t' && c != '>') {
                if (rule != 0 && c != rule || "-*_=".indexOf(c) < 0) {
                    return false;
                }
                rule = c;
            }
        }
        return rule != 0;
    }

    /** Counts the block quotes and lists that contain the line; returns the index at which its own text begins. */
    private int checkContainers(String line, int start) {
        int indent = 0;
        int tabs = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            tabs += line.charAt(indent++) == '\t' ? 1 : 0;
        }
        if (tabs > parseLimits.maxTabs()) {
            throw exceeded("行首制表符超过 {0} 个", "more than {0} tabs at the start of a line", parseLimits.maxTabs(), start);
        }
        Matcher marker = CONTAINER_MARKER.matcher(line).region(indent, line.length());
        int content = 0;
        int furtherMarkers = 0;
        while (marker.lookingAt()) {
            if (content == 0) {
                while (depth > 0 && indents[depth - 1] >= indent) {
                    depth--;
                }
                indents[Math.min(depth++, parseLimits.maxNesting())] = indent;
            } else {
                furtherMarkers++;
            }
            if (depth + furtherMarkers > parseLimits.maxNesting()) {
                throw exceeded(
                        "引用或列表套了 {0} 层以上",
                        "quotes or lists are nested more than {0} levels deep",
                        parseLimits.maxNesting(),
                        start + marker.start());
            }
            content = marker.end();
            marker.region(content, line.length());
        }
        if (content > 0) {
            resetParagraph();
        } else if (indent == 0) {
            depth = 0;
        }
        return content;
    }

    private void resetParagraph() {
        paragraphLines = 0;
        tableColumns = 0;
        resetMarks();
    }

    private void resetMarks() {
        Arrays.fill(markCounts, 0);
        openBrackets = 0;
        escapes = 0;
    }

    private void checkParagraph(String line, int from, int start) {
        if (++paragraphLines > parseLimits.maxParagraphLines()) {
            throw exceeded(
                    "一段或一张表超过 {0} 行",
                    "this paragraph or table has more than {0} lines", parseLimits.maxParagraphLines(), start);
        }
        int bars = 0;
        for (int bar = line.indexOf('|', from); bar >= 0; bar = line.indexOf('|', bar + 1)) {
            bars++;
        }
        tableColumns = Math.max(tableColumns, bars);
        if ((long) tableColumns * paragraphLines > parseLimits.maxTableCells()) {
            throw exceeded("表格超过 {0} 格", "this table has more than {0} cells", parseLimits.maxTableCells(), start);
        }
        if (bars > 1) {
            resetMarks();
        }
        if (line.contains("]:") && ++definitions > parseLimits.maxDefinitions()) {
            throw exceeded(
                    "链接或脚注的定义超过 {0} 个",
                    "more than {0} link or footnote definitions", parseLimits.maxDefinitions(), start);
        }
    }

    private void checkMarks(String line, int from, int start) {
        int run = 1;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (CjkCharacters.isPlainLetter(c)) {
                continue;
            }
            run = i > from && line.charAt(i - 1) == c ? run + 1 : 1;
            if (c == ']') {
                openBrackets = Math.max(0, openBrackets - 1);
            } else if (c == '\\') {
                countEscape(run, start + i);
            } else if (MARKS.indexOf(c) >= 0) {
                countMark(c, run, start + i);
            }
        }
    }

    /** After an open bracket, flexmark's parsing time doubles with each pair of backslashes: {@code [\\\\\\}. */
    private void countEscape(int run, int offset) {
        if (run % 2 == 0 && markCounts[0] > 0 && ++escapes > parseLimits.maxEscapes()) {
            throw exceeded(
                    "有方括号的一段里，“\\\\”超过 {0} 处",
                    "\\\\ occurs more than {0} times in a paragraph with brackets", parseLimits.maxEscapes(), offset);
        }
    }

    private void countMark(char c, int run, int offset) {
        if (run > parseLimits.maxMarkRun() && c != '`' && c != '~') {
            throw new TextTooComplex(
                    Message.of("“{0}”连写了 {1} 个以上", "more than {1} \"{0}\" in a row", c, parseLimits.maxMarkRun()),
                    offset);
        }
        boolean counts = run == 1 || c == '[' || c == '<';
        if (counts && ++markCounts[MARKS.indexOf(c)] > parseLimits.maxMarks()) {
            throw new TextTooComplex(
                    Message.of(
                            "一段之内有 {1} 个以上的“{0}”", "more than {1} \"{0}\" in one paragraph", c, parseLimits.maxMarks()),
                    offset);
        }
        if (c == '[' && ++openBrackets > parseLimits.maxNesting()) {
            throw exceeded(
                    "方括号套了 {0} 层以上", "brackets are nested more than {0} levels deep", parseLimits.maxNesting(), offset);
        }
    }
}
