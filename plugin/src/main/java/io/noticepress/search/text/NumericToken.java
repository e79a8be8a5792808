package io.noticepress.search.text;

/**
 * A document number or a date in a line, with one term for all its spellings: {@code #2023-6} for 〔2023〕6号,
 * {@code @2023-05-06} for 2023年5月6日. Section 3 of the specification.
 *
 * @param start where it begins, in characters
 * @param firstWord where its first word begins
 * @param end where it ends
 */
record NumericToken(int start, int firstWord, int end, String term) {
    /** One that is nowhere. */
    static final NumericToken NONE = new NumericToken(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, "");
}
