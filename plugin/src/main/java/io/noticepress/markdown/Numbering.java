package io.noticepress.markdown;

import io.noticepress.markdown.Marker.Form;
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
final class Numbering {
    private static final int FORMS = Form.values().length;
    /** The last number of each form; of items first, then of headings. */
    private final int[] last = new int[2 * FORMS];
    /** The last （n） of an item, whatever stood above it. */
    private int lastSecond;
    /** Whether something else stood between the last item and now. */
    private boolean interrupted = true;

    private final boolean chinese;

    Numbering(boolean chinese) {
        this.chinese = chinese;
    }

    /** A new document begins. */
    void document() {
        int running = last[Form.THIRD.ordinal()];
        Arrays.fill(last, 0);
        last[Form.THIRD.ordinal()] = running;
        lastSecond = 0;
        interrupted = true;
    }

    /** A block without number stands here. */
    void other() {
        interrupted = true;
    }

    /** The next number of the text; gives a warning if it is not the one to be expected. */
    Optional<Problem> next(Marker marker, boolean heading, Location at, int width) {
        if (marker.number() == 0) {
            other();
            return Optional.empty();
        }
        int index = marker.form().ordinal() + (heading ? FORMS : 0);
        int expected = last[index] + 1;
        boolean runsOn = marker.form() == Form.SECOND && !heading && last[index] == 0;
        boolean follows = marker.number() == expected || runsOn && marker.number() == lastSecond + 1;
        boolean anew = marker.number() == 1 && mayBeginAnew(marker.form(), heading) && (interrupted || last[index] > 1);
        last[index] = marker.number();
        lastSecond = marker.form() == Form.SECOND && !heading ? marker.number() : lastSecond;
        startBelow(marker.form(), heading);
        interrupted = heading;
        return follows || anew
                ? Optional.empty()
                : Optional.of(warning(marker.form(), expected, marker.number(), at, width));
    }

    private static boolean mayBeginAnew(Form form, boolean heading) {
        return switch (form) {
            case FIRST, CHAPTER, ARTICLE -> false;
            case SECOND -> !heading;
            case THIRD, FOURTH, FIFTH -> true;
        };
    }

    /** Lower levels count anew, except for 1. 2. 3. and the articles of a regulation, which may run on. */
    private void startBelow(Form form, boolean heading) {
        for (Form below : Form.values()) {
            boolean lower = form == Form.CHAPTER ? below.ordinal() < form.ordinal() : below.ordinal() > form.ordinal();
            boolean runsOn = below == Form.THIRD || below == Form.ARTICLE || below == Form.CHAPTER;
            if (lower && !runsOn) {
                last[below.ordinal()] = 0;
            }
            if (lower && heading && below != Form.ARTICLE && below != Form.CHAPTER) {
                last[below.ordinal() + FORMS] = 0;
            }
        }
    }

    private Problem warning(Form form, int expected, int found, Location at, int width) {
        String due = Marker.show(form, expected, chinese);
        return Problem.of(
                ProblemCode.NUMBERING,
                at,
                width,
                Message.of(
                        "序号应为“{0}”，这里是“{1}”",
                        "the number should be \"{0}\", found \"{1}\"", due, Marker.show(form, found, chinese)),
                Message.of("改正序号，或补上漏掉的内容", "correct the number, or add what is missing before it"));
    }

    /** The numbers of a list within an item: they begin with 1 and have no gap. */
    Optional<Problem> within(int before, int number, Location at, int width) {
        return number == before + 1
                ? Optional.empty()
                : Optional.of(warning(Form.THIRD, before + 1, number, at, width));
    }
}
