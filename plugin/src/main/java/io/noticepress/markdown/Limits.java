package io.noticepress.markdown;

import io.noticepress.problem.Phrase;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large and how entangled a text may be, counted line by line before it is parsed.
 *
 * <p>A line of 50 characters can keep a Markdown parser busy for days; these counts give the same answer on every
 * machine, in one walk over the text. The figures leave room for real notices of 320 KB, lists of 2,000 items and tables
 * of 2,000 rows.
 *
 * @param bytes of the text, in UTF-8
 * @param line chars on a line
 * @param nesting of quotes and lists, and of brackets
 * @param definitions of link references and footnotes
 * @param marks of one kind ({@code [}, {@code <}, {@code `}, {@code *}) within a paragraph
 * @param run of the same mark: {@code ****}
 * @param millis for everything, by the clock
 */
record Limits(int bytes, int line, int nesting, int definitions, int marks, int run, long millis) {
    static final Limits USUAL = new Limits(1 << 20, 1 << 16, 32, 1_000, 2_000, 200, 1_500);

    private static final Pattern MARKER =
            Pattern.compile("[ \\t]{0,3}(?:>|[-+*](?=[ \\t]|$)|\\d{1,9}[.)](?=[ \\t]|$))");
    private static final Pattern RULE = Pattern.compile("[ \\t>]*(?:[-\\t ]+|[*\\t ]+|[_\\t ]+|[=\\t ]+)");
    private static final Pattern FENCE = Pattern.compile("[ \\t>]*(`{3,}|~{3,})[^`]*");

    /** Throws if the text is beyond one of the limits. */
    void check(String text) {
        new Count(text).run();
    }

    /** One walk over one text. */
    private final class Count {
        private final String text;
        private final int[] indents = new int[nesting + 2];
        private final int[] seen = new int[128];
        private int depth;
        private int references;
        private int open;
        private String fence = "";

        Count(String text) {
            this.text = text;
        }

        void run() {
            int start = 0;
            while (start <= text.length()) {
                int eol = text.indexOf('\n', start);
                int end = eol < 0 ? text.length() : eol;
                if (end - start > line) {
                    throw new TooComplex(Phrase.of("一行超过 {0} 个字符", "a line of more than {0} characters", line), start);
                }
                line(text.substring(start, end), start);
                start = end + 1;
            }
        }

        private void line(String words, int start) {
            Matcher bar = FENCE.matcher(words);
            if (bar.matches()) {
                String found = bar.group(1);
                if (fence.isEmpty()) {
                    fence = found;
                } else if (found.startsWith(fence)) {
                    fence = "";
                }
                fresh();
                return;
            }
            int content = RULE.matcher(words).matches() ? 0 : containers(words, start);
            if (words.isBlank()) {
                fresh();
            } else if (fence.isEmpty()) {
                marks(words, content, start);
            }
        }

        /** Counts the quotes and lists the line stands in; gives the index at which its own words begin. */
        private int containers(String words, int start) {
            Matcher marker = MARKER.matcher(words);
            int at = 0;
            int indent = indent(words);
            if (indent > 0) {
                marker.region(indent, words.length());
            }
            int here = 0;
            boolean first = true;
            while (marker.lookingAt()) {
                if (first) {
                    while (depth > 0 && indents[depth - 1] >= indent) {
                        depth--;
                    }
                    first = false;
                    indents[Math.min(depth++, nesting)] = indent;
                } else {
                    here++;
                }
                at = marker.end();
                if (depth + here > nesting) {
                    throw new TooComplex(
                            Phrase.of("引用或列表套了 {0} 层以上", "quotes or lists nested more than {0} deep", nesting),
                            start + marker.start());
                }
                marker.region(at, words.length());
            }
            if (at > 0) {
                fresh();
            } else if (indent == 0 && !words.isBlank()) {
                depth = 0;
            }
            return at;
        }

        private int indent(String words) {
            int indent = 0;
            while (indent < words.length() && (words.charAt(indent) == ' ' || words.charAt(indent) == '\t')) {
                indent++;
            }
            return indent;
        }

        private void fresh() {
            seen['['] = 0;
            seen['<'] = 0;
            seen['`'] = 0;
            seen['*'] = 0;
            seen['_'] = 0;
            seen['~'] = 0;
            seen['!'] = 0;
            open = 0;
        }

        private void marks(String words, int from, int start) {
            if (words.startsWith("|", from)) {
                fresh();
            }
            if (words.contains("]:") && ++references > definitions) {
                throw new TooComplex(
                        Phrase.of("链接或脚注的定义超过 {0} 个", "more than {0} definitions of links or footnotes", definitions),
                        start);
            }
            int length = 1;
            for (int i = from; i < words.length(); i++) {
                char c = words.charAt(i);
                length = i > from && words.charAt(i - 1) == c ? length + 1 : 1;
                if (c == ']') {
                    open = Math.max(0, open - 1);
                } else if (c == '[' || c == '<' || c == '`' || c == '*' || c == '_' || c == '~') {
                    mark(c, length, start + i, length == 1);
                    open += c == '[' ? 1 : 0;
                    if (open > nesting) {
                        throw new TooComplex(
                                Phrase.of("方括号套了 {0} 层以上", "brackets nested more than {0} deep", nesting), start + i);
                    }
                }
            }
        }

        private void mark(char c, int length, int place, boolean isNew) {
            if (length > run && c != '`' && c != '~') {
                throw new TooComplex(Phrase.of("“{0}”连写了 {1} 个以上", "more than {1} \"{0}\" in a row", c, run), place);
            }
            if ((isNew || c == '[' || c == '<') && ++seen[c] > marks) {
                throw new TooComplex(
                        Phrase.of("一段之内有 {1} 个以上的“{0}”", "more than {1} \"{0}\" in one paragraph", c, marks), place);
            }
        }
    }
}
