package io.noticepress.problem;

import java.util.List;
import java.util.Optional;

/**
 * Formats a problem for the terminal: one line that tools can parse, the source line with carets, the mend.
 *
 * <pre>
 * content/notices/2023/kx-2023-6.zh.md:5:9: error: unknown issuer "kxx" [unknown-issuer]
 *     5 | issuer: kxx
 *       |         ^^^
 *   mend: write one of kx, kjt, kwl, or add "kxx" to content/issuers.yaml
 * </pre>
 *
 * <p>Carets are aligned for a terminal, where Chinese characters take two cells and combining marks none (UAX #11).
 */
public final class ProblemFormat {
    /** How many cells of a long line are shown around the caret. */
    private static final int WINDOW = 100;

    /** How many code points of a message are shown. */
    private static final int MAX_MESSAGE = 400;

    private static final int LINE_NUMBER_WIDTH = 5;
    private static final int TAB_WIDTH = 4;

    private ProblemFormat() {}

    /**
     * The problem with its excerpt; without {@code sourceLine} the excerpt is omitted. Lines are separated by {@code \n}, with
     * none at the end.
     */
    public static String format(Problem problem, MessageLanguage language, Optional<String> sourceLine) {
        StringBuilder out = new StringBuilder(256);
        out.append(firstLine(problem, language));
        sourceLine.ifPresent(line -> appendExcerpt(out, problem, line));
        out.append("\n  mend: ").append(singleLine(problem.mend().in(language)));
        return out.toString();
    }

    /** The first line only: {@code <file>:<line>:<column>: error: … [code]}. */
    public static String firstLine(Problem problem, MessageLanguage language) {
        return HiddenChars.escape(problem.at().toString()) + ": "
                + problem.severity().label() + ": "
                + singleLine(problem.message().in(language)) + " ["
                + problem.code().id() + "]";
    }

    /** A message on one line and of limited length, whatever the values from the content in it contain. */
    private static String singleLine(String message) {
        String line = HiddenChars.escape(message.replaceAll("[\\r\\n\\t]+", " "));
        return line.codePointCount(0, line.length()) <= MAX_MESSAGE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_MESSAGE)) + "…";
    }

    private static void appendExcerpt(StringBuilder out, Problem problem, String line) {
        List<String> cells = line.codePoints().mapToObj(ProblemFormat::cellText).toList();
        int start = Math.min(problem.at().column() - 1, cells.size());
        int end = Math.min(start + problem.width(), cells.size());
        int[] window = window(cells, start, end);
        String before = window[0] > 0 ? "…" : "";
        String after = window[1] < cells.size() ? "…" : "";
        end = Math.min(end, window[1]);
        String number = Integer.toString(problem.at().line());
        String shown = before + String.join("", cells.subList(window[0], window[1])) + after;
        out.append('\n').append(" ".repeat(Math.max(0, LINE_NUMBER_WIDTH - number.length())));
        out.append((number + " | " + shown).stripTrailing());
        out.append('\n')
                .append(" ".repeat(Math.max(LINE_NUMBER_WIDTH, number.length())))
                .append(" | ");
        out.append(" ".repeat(before.length() + width(cells.subList(window[0], start))));
        out.append("^".repeat(Math.max(1, width(cells.subList(start, end)))));
    }

    /** The part of a line to show: the whole line if it is short, otherwise about 100 cells with the caret in the first half. */
    private static int[] window(List<String> cells, int start, int end) {
        if (width(cells) <= WINDOW) {
            return new int[] {0, cells.size()};
        }
        int from = start;
        int used = 0;
        while (from > 0 && used < WINDOW / 2) {
            used += displayWidth(cells.get(--from));
        }
        int to = start;
        while (to < cells.size() && used < WINDOW) {
            used += displayWidth(cells.get(to++));
        }
        while (from > 0 && used < WINDOW) {
            used += displayWidth(cells.get(--from));
        }
        return new int[] {from, Math.max(to, Math.min(end, start + 1))};
    }

    private static String cellText(int c) {
        if (c == '\t') {
            return " ".repeat(TAB_WIDTH);
        }
        return HiddenChars.isHidden(c) ? "⟨" + HiddenChars.codePointName(c) + "⟩" : Character.toString(c);
    }

    private static int width(List<String> cells) {
        return cells.stream().mapToInt(ProblemFormat::displayWidth).sum();
    }

    /** The width of a text in terminal cells. */
    public static int displayWidth(String text) {
        return text.codePoints().map(ProblemFormat::width).sum();
    }

    /**
     * The width of a character in terminal cells: 2 for East Asian wide characters (UAX #11, and emoji), 0 for combining marks.
     * The Markdown package's table of wide characters differs: it is about where Chinese text omits spaces.
     */
    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xA960 && c <= 0xA97F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
