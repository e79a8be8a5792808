package io.noticepress.search.text;

/**
 * A document number or a date in a line, with one term for all its spellings: {@code #2023-6} for 〔2023〕6号,
 * {@code @2023-05-06} for 2023年5月6日. Section 3 of {@code search.md}.
 *
 * @param start index of its first character
 * @param firstWord index of its first word, without an opening bracket
 * @param end index after its last character
 */
record NumericToken(int start, int firstWord, int end, String term) {
    /** No token: after the end of every line. */
    static final NumericToken NONE = new NumericToken(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, "");
}
