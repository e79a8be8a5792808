package io.noticepress.markdown.lint;

import io.noticepress.markdown.text.NumberMarker;
import io.noticepress.markdown.text.NumberMarker.NumberingLevel;
import io.noticepress.markdown.text.SourcePositions;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Checks that the numbers of a document are consecutive and reports those that are not.
 *
 * <p>一、二、三 are numbered through a document. （一）（二） and 1. 2. 3. may continue across a higher level or restart there, as may the
 * levels below. Numbers of headings and numbers of items are independent. Example: {@code 1.} followed by {@code 3.} is reported
 * with the expected number {@code 2.}
 */
public final class NumberingCheck {
    private static final int LEVELS = NumberingLevel.values().length;

    private final boolean chinese;
    private final SourcePositions positions;
    private final Consumer<Problem> problems;
    /** The last number of each level: first those of items, then those of headings. */
    private final int[] lastNumbers = new int[2 * LEVELS];
    /** The last （n） of an item in the document, whatever higher levels came since. */
    private int lastSecond;
    /** Whether another block came since the last item. */
    private boolean interrupted = true;

    public NumberingCheck(boolean chinese, SourcePositions positions, Consumer<Problem> problems) {
        this.chinese = chinese;
        this.positions = positions;
        this.problems = problems;
    }

    /** Starts a new document. Only 1. 2. 3. may continue from the previous one. */
    public void startDocument() {
        int lastThird = lastNumbers[NumberingLevel.THIRD.ordinal()];
        Arrays.fill(lastNumbers, 0);
        lastNumbers[NumberingLevel.THIRD.ordinal()] = lastThird;
        lastSecond = 0;
        interrupted = true;
    }

    /** Notes a block without a number. */
    public void interrupt() {
        interrupted = true;
    }

    /**
     * Checks the next number of the text.
     *
     * @param start the offset of the number in the body
     * @param end the offset after it
     */
    public void checkNext(NumberMarker marker, boolean heading, int start, int end) {
        if (marker.number() == 0) {
            interrupt();
            return;
        }
        NumberingLevel level = marker.level();
        int index = level.ordinal() + (heading ? LEVELS : 0);
        int expected = lastNumbers[index] + 1;
        boolean mayContinue = level == NumberingLevel.SECOND && !heading && lastNumbers[index] == 0;
        boolean follows = marker.number() == expected || mayContinue && marker.number() == lastSecond + 1;
        boolean restarts =
                marker.number() == 1 && mayRestart(level, heading) && (interrupted || lastNumbers[index] > 1);
        lastNumbers[index] = marker.number();
        lastSecond = level == NumberingLevel.SECOND && !heading ? marker.number() : lastSecond;
        resetLowerLevels(level, heading);
        interrupted = heading;
        if (!follows && !restarts) {
            report(level, expected, marker.number(), start, end);
        }
    }

    /** Checks a number of a list within an item: such a list begins with 1 and has no gaps. */
    public void checkNested(int previous, int number, int start) {
        if (number != previous + 1) {
            report(NumberingLevel.THIRD, previous + 1, number, start, start + 1);
        }
    }

    private static boolean mayRestart(NumberingLevel level, boolean heading) {
        return switch (level) {
            case FIRST, CHAPTER, ARTICLE -> false;
            case SECOND -> !heading;
            case THIRD, FOURTH, FIFTH -> true;
        };
    }

    /** Lower levels restart, except for 1. 2. 3. and the articles of a regulation, which may continue. */
    private void resetLowerLevels(NumberingLevel level, boolean heading) {
        for (NumberingLevel below : NumberingLevel.values()) {
            boolean lower = level == NumberingLevel.CHAPTER
                    ? below.ordinal() < level.ordinal()
                    : below.ordinal() > level.ordinal();
            boolean mayContinue =
                    below == NumberingLevel.THIRD || below == NumberingLevel.ARTICLE || below == NumberingLevel.CHAPTER;
            if (lower && !mayContinue) {
                lastNumbers[below.ordinal()] = 0;
            }
            if (lower && heading && below != NumberingLevel.ARTICLE && below != NumberingLevel.CHAPTER) {
                lastNumbers[below.ordinal() + LEVELS] = 0;
            }
        }
    }

    private void report(NumberingLevel level, int expected, int found, int start, int end) {
        problems.accept(Problem.of(
                ProblemCode.NUMBERING,
                positions.location(start),
                positions.width(start, end),
                Message.of(
                        "序号应为“{0}”，这里是“{1}”",
                        "the number should be \"{0}\" but is \"{1}\"",
                        NumberMarker.format(level, expected, chinese),
                        NumberMarker.format(level, found, chinese)),
                Message.of("改正序号，或补上漏掉的内容", "correct the number, or add what is missing before it")));
    }
}
