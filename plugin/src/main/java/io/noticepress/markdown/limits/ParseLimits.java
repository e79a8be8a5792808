package io.noticepress.markdown.limits;

/**
 * Limits on the size and complexity of a text.
 *
 * <p>A line of 50 characters can keep a Markdown parser busy for days. The countable limits are checked before parsing and give
 * the same result on every machine; they allow real notices of 320 KB, lists of 2,000 items and tables of 2,000 rows. The time
 * limit is the last resort.
 *
 * @param maxBytes size of the text in UTF-8
 * @param maxLines lines of the text
 * @param maxLineLength chars per line
 * @param maxParagraphLines lines per paragraph or table
 * @param maxNesting nesting of quotes and lists, and of brackets
 * @param maxDefinitions link and footnote definitions
 * @param maxMarks occurrences of one markup character ({@code [}, {@code <}, {@code `}, {@code *}) per paragraph
 * @param maxMarkRun length of a run of one markup character: {@code ****}
 * @param maxEscapes escaped backslashes per paragraph with brackets
 * @param maxTableCells cells per table
 * @param maxTabs tabs at the start of a line
 * @param maxReads characters read by the parser, plus 100 per character of the text
 * @param maxMillis milliseconds for parsing and rendering, plus 4 per 1,000 characters
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
    /** The limits used for all content. */
    public static final ParseLimits DEFAULT =
            new ParseLimits(1 << 20, 20_000, 1 << 16, 5_000, 32, 1_000, 2_000, 200, 20, 50_000, 200, 50_000_000, 1_500);

    /** Throws {@link TextTooComplex} if the text exceeds one of the countable limits. */
    public void check(String text) {
        new LimitCheck(text, this).check();
    }
}
