package io.noticepress.markdown.lint;

import io.noticepress.markdown.text.InlineText;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.markdown.text.SourcePositions;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the text of a paragraph, heading or cell: classification markings, TODOs, unmatched brackets, missing spaces. */
public final class TextLint {
    /** {@code ##一、活动时间}; a hashtag as in Chinese social media, {@code #话题#}, is not meant as a heading. */
    private static final Pattern HEADING_WITHOUT_SPACE =
            Pattern.compile("^(#{1,6})(?![^\\n]*#)([^\\s\\d][^\\n]{0,30})", Pattern.MULTILINE);

    private final MarkdownSource source;
    private final SourcePositions positions;
    private final Consumer<Problem> problems;

    public TextLint(MarkdownSource source, SourcePositions positions, Consumer<Problem> problems) {
        this.source = source;
        this.positions = positions;
        this.problems = problems;
    }

    /**
     * Checks one inline text.
     *
     * @param standalone whether it is a paragraph or heading outside of lists and tables
     * @param quoteContinues whether the next paragraph continues a quotation
     */
    public void check(InlineText inlineText, boolean standalone, boolean quoteContinues) {
        checkClassification(inlineText, standalone);
        checkTodo(inlineText);
        checkBold(inlineText);
        checkBrackets(inlineText, quoteContinues);
        if (standalone) {
            checkHeadingSpace(inlineText);
        }
    }

    /** Lines that lack only the space after {@code #} to be a heading. */
    private void checkHeadingSpace(InlineText inlineText) {
        if (inlineText.text().indexOf('#') < 0) {
            return;
        }
        Matcher found = HEADING_WITHOUT_SPACE.matcher(inlineText.text());
        while (found.find()) {
            if (!inlineText.isCode(found.start(1)) && !inlineText.isEscaped(found.start(1))) {
                report(
                        ProblemCode.HEADING_BLANK,
                        inlineText,
                        found.start(1),
                        found.end(1),
                        Message.of(
                                "“{0}”后面没有空格，这一行就不是标题",
                                "there is no space after {0}, so this line is not a heading", found.group(1)),
                        Message.of(
                                "写成“{0} {1}”；不是标题的，写成“\\{0}”",
                                "write \"{0} {1}\", or \\{0} if it is not a heading", found.group(1), found.group(2)));
            }
        }
    }

    private void checkClassification(InlineText inlineText, boolean standalone) {
        String text = inlineText.text();
        int start = 0;
        while (start < text.length()) {
            int eol = text.indexOf('\n', start);
            int end = eol < 0 ? text.length() : eol;
            if (end > start
                    && end - start <= 60
                    && ClassificationMark.isMark(text.substring(start, end), standalone)
                    && !inlineText.isCode(start)) {
                report(
                        ProblemCode.SECRET_NOTICE,
                        inlineText,
                        start,
                        end,
                        Message.of(
                                "这一行是密级标志“{0}”",
                                "this line is a classification marking: {0}",
                                text.substring(start, end).strip()),
                        Message.of("涉密文件不得公开，删除这份文件", "classified documents must not be published; delete this file"));
            }
            start = end + 1;
        }
    }

    private void checkTodo(InlineText inlineText) {
        String text = inlineText.text();
        for (int at = TodoMark.indexIn(text, 0); at >= 0; at = TodoMark.indexIn(text, at + 1)) {
            if (!inlineText.isCode(at)) {
                Problem problem = Problem.of(
                        ProblemCode.TODO,
                        positions.location(inlineText.sourceOffset(at)),
                        4,
                        Message.of("这里还有待补内容（TODO）", "a place left to be filled in (TODO)"),
                        Message.of("补上内容，删去 TODO", "fill it in and remove the word TODO"));
                problems.accept(source.draft() ? problem.asWarning() : problem);
            }
        }
    }

    private void checkBold(InlineText inlineText) {
        String text = inlineText.text();
        for (int at = text.indexOf("**"); at >= 0; at = text.indexOf("**", at + 2)) {
            if (!inlineText.isCode(at) && !inlineText.isEscaped(at)) {
                report(
                        ProblemCode.UNPAIRED_PUNCTUATION,
                        inlineText,
                        at,
                        at + 2,
                        Message.of("粗体标记“**”没有成对", "the bold marker ** is unmatched"),
                        Message.of(
                                "在要加粗的文字前后各写“**”，标记与文字之间不留空格；要显示星号，写成“\\*”",
                                "write ** directly before and after the bold text, without spaces; to show asterisks, write \\*"));
                return;
            }
        }
    }

    private void checkBrackets(InlineText inlineText, boolean quoteContinues) {
        int at = BracketPairing.findUnpaired(inlineText, quoteContinues);
        if (at >= 0) {
            char mark = inlineText.text().charAt(at);
            char partner = BracketPairing.counterpart(mark);
            report(
                    ProblemCode.UNPAIRED_PUNCTUATION,
                    inlineText,
                    at,
                    at + 1,
                    Message.of(
                            "{0}没有与之成对的{1}",
                            "{2} has no matching {3}", markName(mark), markName(partner), mark, partner),
                    Message.of("补上{0}，或删去多余的一个", "add {1}, or delete the extra one", markName(partner), partner));
        }
    }

    /** The Chinese name of a mark: quotation marks in words, as they would be unreadable within quotation marks. */
    private static String markName(char mark) {
        return mark == '“' ? "左引号" : mark == '”' ? "右引号" : "“" + mark + "”";
    }

    private void report(ProblemCode code, InlineText inlineText, int from, int to, Message message, Message mend) {
        int start = inlineText.sourceOffset(from);
        int end = inlineText.sourceOffset(to - 1) + 1;
        problems.accept(Problem.of(code, positions.location(start), positions.width(start, end), message, mend));
    }
}
