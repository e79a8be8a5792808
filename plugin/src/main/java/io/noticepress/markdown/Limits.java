package io.noticepress.markdown;

/**
 * How large and how entangled a text may be.
 *
 * <p>A line of 50 characters can keep a Markdown parser busy for days. These figures are counted before a text is parsed
 * and give the same answer on every machine; they leave room for real notices of 320 KB, lists of 2,000 items and tables
 * of 2,000 rows. The clock comes last.
 *
 * @param bytes of the text, in UTF-8
 * @param lines of the text
 * @param line chars on a line
 * @param paragraph lines of a paragraph or a table
 * @param nesting of quotes and lists, and of brackets
 * @param definitions of link references and footnotes
 * @param marks of one kind ({@code [}, {@code <}, {@code `}, {@code *}) within a paragraph
 * @param run of the same mark: {@code ****}
 * @param escapes escaped backslashes in a paragraph with brackets
 * @param cells of a table
 * @param tabs on a line
 * @param reads of the text by the parser, beside 100 for each character
 * @param millis for everything, by the clock, beside 4 for each 1,000 characters
 */
record Limits(
        int bytes,
        int lines,
        int line,
        int paragraph,
        int nesting,
        int definitions,
        int marks,
        int run,
        int escapes,
        int cells,
        int tabs,
        int reads,
        long millis) {
    static final Limits USUAL =
            new Limits(1 << 20, 20_000, 1 << 16, 5_000, 32, 1_000, 2_000, 200, 20, 50_000, 200, 50_000_000, 1_500);

    /** Throws if the text is beyond one of the limits that can be counted. */
    void check(String text) {
        new Count(text, this).run();
    }
}
