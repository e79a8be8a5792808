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

/** Reads the words of a text as a proofreader would: marks of secrecy, places left to fill in, pairs left open. */
public final class TextLint {

    /** {@code ##一、活动时间}; a topic of social media has a second #. */
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
     * Reads one passage.
     *
     * @param alone whether its lines stand for themselves, as those of a paragraph or heading, and not in a list or table
     * @param quoteRunsOn whether the next paragraph continues a quotation
     */
    public void check(InlineText inlineText, boolean alone, boolean quoteRunsOn) {
        checkClassification(inlineText, alone);
        checkTodo(inlineText);
        checkBold(inlineText);
        checkPairs(inlineText, quoteRunsOn);
        if (alone) {
            checkHeadingSpace(inlineText);
        }
    }

    /** Lines that begin as a heading does, but for the blank that makes them one. */
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
                                "without a blank after {0} this line is no heading", found.group(1)),
                        Message.of(
                                "写成“{0} {1}”；不是标题的，写成“\\{0}”",
                                "write \"{0} {1}\", or \\{0} if it is no heading", found.group(1), found.group(2)));
            }
        }
    }

    private void checkClassification(InlineText inlineText, boolean alone) {
        String words = inlineText.text();
        int start = 0;
        while (start < words.length()) {
            int eol = words.indexOf('\n', start);
            int end = eol < 0 ? words.length() : eol;
            if (end > start
                    && end - start <= 60
                    && ClassificationMark.isMark(words.substring(start, end), alone)
                    && !inlineText.isCode(start)) {
                report(
                        ProblemCode.SECRET_NOTICE,
                        inlineText,
                        start,
                        end,
                        Message.of(
                                "这一行是密级标志“{0}”",
                                "this line is a mark of secrecy: {0}",
                                words.substring(start, end).strip()),
                        Message.of("涉密文件不得公开，删除这份文件", "a classified notice must not be published, remove the file"));
            }
            start = end + 1;
        }
    }

    private void checkTodo(InlineText inlineText) {
        String words = inlineText.text();
        for (int at = TodoMark.indexIn(words, 0); at >= 0; at = TodoMark.indexIn(words, at + 1)) {
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
        String words = inlineText.text();
        for (int at = words.indexOf("**"); at >= 0; at = words.indexOf("**", at + 2)) {
            if (!inlineText.isCode(at) && !inlineText.isEscaped(at)) {
                report(
                        ProblemCode.UNPAIRED_PUNCTUATION,
                        inlineText,
                        at,
                        at + 2,
                        Message.of("粗体标记“**”没有成对", "the bold mark ** has no partner"),
                        Message.of(
                                "在要加粗的文字前后各写“**”，标记与文字之间不留空格；要显示星号，写成“\\*”",
                                "write ** right before and right after the words, without blanks; to show asterisks, write \\*"));
                return;
            }
        }
    }

    private void checkPairs(InlineText inlineText, boolean quoteRunsOn) {
        int at = BracketPairing.findUnpaired(inlineText, quoteRunsOn);
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
                            "{2} has no partner {3}", markName(mark), markName(partner), mark, partner),
                    Message.of("补上{0}，或删去多余的一个", "add {1}, or remove the one too many", markName(partner), partner));
        }
    }

    /** Quotation marks by name, since they would be lost between quotation marks. */
    private static String markName(char mark) {
        return mark == '“' ? "左引号" : mark == '”' ? "右引号" : "“" + mark + "”";
    }

    private void report(ProblemCode problemCode, InlineText inlineText, int from, int to, Message what, Message mend) {
        int start = inlineText.sourceOffset(from);
        int end = inlineText.sourceOffset(to - 1) + 1;
        problems.accept(Problem.of(problemCode, positions.location(start), positions.width(start, end), what, mend));
    }
}
