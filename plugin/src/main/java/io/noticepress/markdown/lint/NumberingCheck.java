package io.noticepress.markdown.lint;

import io.noticepress.markdown.text.NumberMarker;
import io.noticepress.markdown.text.NumberMarker.NumberingLevel;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the numbers of a document follow one another.
 *
 * <p>一、二、三 count through a document; （一）（二） and 1. 2. 3. may run on across what stands above them or begin anew, and
 * so may the levels below. Numbers in headings and numbers of items are two things.
 */
public final class NumberingCheck {
    private static final int LEVELS = NumberingLevel.values().length;
    /** The last number of each form; of items first, then of headings. */
    private final int[] lastNumbers = new int[2 * LEVELS];
    /** The last （n） of an item, whatever stood above it. */
    private int lastSecond;
    /** Whether something else stood between the last item and now. */
    private boolean interrupted = true;

    private final boolean chinese;

    public NumberingCheck(boolean chinese) {
        this.chinese = chinese;
    }

    /** A new document begins. */
    public void startDocument() {
        int running = lastNumbers[NumberingLevel.THIRD.ordinal()];
        Arrays.fill(lastNumbers, 0);
        lastNumbers[NumberingLevel.THIRD.ordinal()] = running;
        lastSecond = 0;
        interrupted = true;
    }

    /** A block without number stands here. */
    public void interrupt() {
        interrupted = true;
    }

    /** The next number of the text; gives a warning if it is not the one to be expected. */
    public Optional<Problem> checkNext(NumberMarker numberMarker, boolean heading, Location at, int width) {
        if (numberMarker.number() == 0) {
            interrupt();
            return Optional.empty();
        }
        int index = numberMarker.level().ordinal() + (heading ? LEVELS : 0);
        int expected = lastNumbers[index] + 1;
        boolean runsOn = numberMarker.level() == NumberingLevel.SECOND && !heading && lastNumbers[index] == 0;
        boolean follows = numberMarker.number() == expected || runsOn && numberMarker.number() == lastSecond + 1;
        boolean anew = numberMarker.number() == 1
                && mayRestart(numberMarker.level(), heading)
                && (interrupted || lastNumbers[index] > 1);
        lastNumbers[index] = numberMarker.number();
        lastSecond = numberMarker.level() == NumberingLevel.SECOND && !heading ? numberMarker.number() : lastSecond;
        resetLowerLevels(numberMarker.level(), heading);
        interrupted = heading;
        return follows || anew
                ? Optional.empty()
                : Optional.of(warning(numberMarker.level(), expected, numberMarker.number(), at, width));
    }

    private static boolean mayRestart(NumberingLevel numberingLevel, boolean heading) {
        return switch (numberingLevel) {
            case FIRST, CHAPTER, ARTICLE -> false;
            case SECOND -> !heading;
            case THIRD, FOURTH, FIFTH -> true;
        };
    }

    /** Lower levels count anew, except for 1. 2. 3. and the articles of a regulation, which may run on. */
    private void resetLowerLevels(NumberingLevel numberingLevel, boolean heading) {
        for (NumberingLevel below : NumberingLevel.values()) {
            boolean lower = numberingLevel == NumberingLevel.CHAPTER
                    ? below.ordinal() < numberingLevel.ordinal()
                    : below.ordinal() > numberingLevel.ordinal();
            boolean runsOn =
                    below == NumberingLevel.THIRD || below == NumberingLevel.ARTICLE || below == NumberingLevel.CHAPTER;
            if (lower && !runsOn) {
                lastNumbers[below.ordinal()] = 0;
            }
            if (lower && heading && below != NumberingLevel.ARTICLE && below != NumberingLevel.CHAPTER) {
                lastNumbers[below.ordinal() + LEVELS] = 0;
            }
        }
    }

    private Problem warning(NumberingLevel numberingLevel, int expected, int found, Location at, int width) {
        String due = NumberMarker.format(numberingLevel, expected, chinese);
        return Problem.of(
                ProblemCode.NUMBERING,
                at,
                width,
                Message.of(
                        "序号应为“{0}”，这里是“{1}”",
                        "the number should be \"{0}\", found \"{1}\"",
                        due,
                        NumberMarker.format(numberingLevel, found, chinese)),
                Message.of("改正序号，或补上漏掉的内容", "correct the number, or add what is missing before it"));
    }

    /** The numbers of a list within an item: they begin with 1 and have no gap. */
    public Optional<Problem> checkNested(int before, int number, Location at, int width) {
        return number == before + 1
                ? Optional.empty()
                : Optional.of(warning(NumberingLevel.THIRD, before + 1, number, at, width));
    }
}
