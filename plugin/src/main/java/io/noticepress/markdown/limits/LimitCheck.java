package io.noticepress.markdown.limits;

import io.noticepress.markdown.text.CjkCharacters;
import io.noticepress.problem.Message;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk over the lines of a text that counts what {@link ParseLimits} limit. */
final class LimitCheck {
    private static final Pattern CONTAINER_MARKER =
            Pattern.compile("[ \\t]{0,3}(?:>|[-+*](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))");
    private static final Pattern FENCE = Pattern.compile("[ \\t>]*+(`{3,}|~{3,})[^`]*+");
    /** The marks that are counted within a paragraph. */
    private static final String MARKS = "[<`*_~";

    private final String text;
    private final ParseLimits parseLimits;
    private final int[] indents;
    private final int[] markCounts = new int[MARKS.length()];
    private int depth;
    private int definitions;
    /** Of the present paragraph: its lines, open brackets, escaped backslashes, columns if it is a table. */
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
                throw exceeded("正文超过 {0} 行", "a text of more than {0} lines", parseLimits.maxLines(), start);
            }
            if (end - start > parseLimits.maxLineLength()) {
                throw exceeded(
                        "一行超过 {0} 个字符", "a line of more than {0} characters", parseLimits.maxLineLength(), start);
            }
            checkLine(text.substring(start, end), start);
            start = end + 1;
        }
    }

    private static TextTooComplex exceeded(String zh, String en, int limit, int place) {
        return new TextTooComplex(Message.of(zh, en, limit), place);
    }

    private void checkLine(String words, int start) {
        String found = fenceOf(words);
        if (!found.isEmpty()) {
            if (openFence.isEmpty()) {
                openFence = found;
            } else if (found.startsWith(openFence)) {
                openFence = "";
            }
            resetParagraph();
        } else if (words.isBlank()) {
            resetParagraph();
        } else {
            int content = isRule(words) ? 0 : checkContainers(words, start);
            if (openFence.isEmpty()) {
                checkParagraph(words, content, start);
                checkMarks(words, content, start);
            }
        }
    }

    /** The marks of a line that begins or ends code, or nothing. */
    private static String fenceOf(String words) {
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
    private int checkContainers(String words, int start) {
        int indent = 0;
        int tabs = 0;
        while (indent < words.length() && (words.charAt(indent) == ' ' || words.charAt(indent) == '\t')) {
            tabs += words.charAt(indent++) == '\t' ? 1 : 0;
        }
        if (tabs > parseLimits.maxTabs()) {
            throw exceeded("行首制表符超过 {0} 个", "more than {0} tabs at the start of a line", parseLimits.maxTabs(), start);
        }
        Matcher marker = CONTAINER_MARKER.matcher(words).region(indent, words.length());
        int at = 0;
        int here = 0;
        while (marker.lookingAt()) {
            if (at == 0) {
                while (depth > 0 && indents[depth - 1] >= indent) {
                    depth--;
                }
                indents[Math.min(depth++, parseLimits.maxNesting())] = indent;
            } else {
                here++;
            }
            if (depth + here > parseLimits.maxNesting()) {
                throw exceeded(
                        "引用或列表套了 {0} 层以上",
                        "quotes or lists nested more than {0} deep", parseLimits.maxNesting(), start + marker.start());
            }
            at = marker.end();
            marker.region(at, words.length());
        }
        if (at > 0) {
            resetParagraph();
        } else if (indent == 0) {
            depth = 0;
        }
        return at;
    }

    /** Another paragraph begins. */
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

    private void checkParagraph(String words, int from, int start) {
        if (++paragraphLines > parseLimits.maxParagraphLines()) {
            throw exceeded(
                    "一段或一张表超过 {0} 行",
                    "a paragraph or table of more than {0} lines", parseLimits.maxParagraphLines(), start);
        }
        int bars = 0;
        for (int bar = words.indexOf('|', from); bar >= 0; bar = words.indexOf('|', bar + 1)) {
            bars++;
        }
        tableColumns = Math.max(tableColumns, bars);
        if ((long) tableColumns * paragraphLines > parseLimits.maxTableCells()) {
            throw exceeded("表格超过 {0} 格", "a table of more than {0} cells", parseLimits.maxTableCells(), start);
        }
        if (bars > 1) {
            resetMarks();
        }
        if (words.contains("]:") && ++definitions > parseLimits.maxDefinitions()) {
            throw exceeded(
                    "链接或脚注的定义超过 {0} 个",
                    "more than {0} definitions of links or footnotes", parseLimits.maxDefinitions(), start);
        }
    }

    private void checkMarks(String words, int from, int start) {
        int run = 1;
        for (int i = from; i < words.length(); i++) {
            char c = words.charAt(i);
            if (CjkCharacters.isPlainLetter(c)) {
                continue;
            }
            run = i > from && words.charAt(i - 1) == c ? run + 1 : 1;
            if (c == ']') {
                openBrackets = Math.max(0, openBrackets - 1);
            } else if (c == '\\') {
                countEscape(run, start + i);
            } else if (MARKS.indexOf(c) >= 0) {
                countMark(c, run, start + i);
            }
        }
    }

    /** What the library reads of {@code [\\\\\\} doubles with each pair of backslashes. */
    private void countEscape(int run, int place) {
        if (run % 2 == 0 && markCounts[0] > 0 && ++escapes > parseLimits.maxEscapes()) {
            throw exceeded(
                    "有方括号的一段里，“\\\\”超过 {0} 处",
                    "more than {0} times \\\\ in a paragraph with brackets", parseLimits.maxEscapes(), place);
        }
    }

    private void countMark(char c, int run, int place) {
        if (run > parseLimits.maxMarkRun() && c != '`' && c != '~') {
            throw new TextTooComplex(
                    Message.of("“{0}”连写了 {1} 个以上", "more than {1} \"{0}\" in a row", c, parseLimits.maxMarkRun()),
                    place);
        }
        boolean counts = run == 1 || c == '[' || c == '<';
        if (counts && ++markCounts[MARKS.indexOf(c)] > parseLimits.maxMarks()) {
            throw new TextTooComplex(
                    Message.of(
                            "一段之内有 {1} 个以上的“{0}”", "more than {1} \"{0}\" in one paragraph", c, parseLimits.maxMarks()),
                    place);
        }
        if (c == '[' && ++openBrackets > parseLimits.maxNesting()) {
            throw exceeded("方括号套了 {0} 层以上", "brackets nested more than {0} deep", parseLimits.maxNesting(), place);
        }
    }
}
