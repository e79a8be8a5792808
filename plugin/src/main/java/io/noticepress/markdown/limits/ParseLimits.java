package io.noticepress.markdown.limits;

/**
 * How large and how entangled a text may be.
 *
 * <p>A line of 50 characters can keep a Markdown parser busy for days. These figures are counted before a text is parsed
 * and give the same answer on every machine; they leave room for real notices of 320 KB, lists of 2,000 items and tables
 * of 2,000 rows. The clock comes last.
 *
 * @param maxBytes of the text, in UTF-8
 * @param maxLines of the text
 * @param maxLineLength chars on a line
 * @param maxParagraphLines lines of a paragraph or a table
 * @param maxNesting of quotes and lists, and of brackets
 * @param maxDefinitions of link references and footnotes
 * @param maxMarks of one kind ({@code [}, {@code <}, {@code `}, {@code *}) within a paragraph
 * @param maxMarkRun of the same mark: {@code ****}
 * @param maxEscapes escaped backslashes in a paragraph with brackets
 * @param maxTableCells of a table
 * @param maxTabs on a line
 * @param maxReads of the text by the parser, beside 100 for each character
 * @param maxMillis for everything, by the clock, beside 4 for each 1,000 characters
 */
public record ParseLimits(
        int maxBytes,
        int maxLines,
        int maxLineLength,
        int maxParagraphLines,
        int maxNesting,
        int maxDefinitions,
        int maxMarks,
        int maxMarkRun,
        int maxEscapes,
        int maxTableCells,
        int maxTabs,
        int maxReads,
        long maxMillis) {
    public static final ParseLimits DEFAULT =
            new ParseLimits(1 << 20, 20_000, 1 << 16, 5_000, 32, 1_000, 2_000, 200, 20, 50_000, 200, 50_000_000, 1_500);

    /** Throws if the text is beyond one of the limits that can be counted. */
    public void check(String text) {
        new LimitCheck(text, this).check();
    }
}
