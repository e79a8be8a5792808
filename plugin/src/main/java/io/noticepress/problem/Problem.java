package io.noticepress.problem;

import java.util.Comparator;

/**
 * One mistake at one place, with the way to mend it.
 *
 * @param at where it starts
 * @param width how many code points it covers, at least 1: the carets under the excerpt
 * @param message what is wrong
 * @param mend what to do about it
 */
public record Problem(ProblemCode code, Severity severity, Location at, int width, Message message, Message mend)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::code)
            .thenComparing(problem -> problem.message().en())
            .thenComparing(problem -> problem.mend().en());

    /** A problem with the severity its mistake usually has. */
    public static Problem of(ProblemCode problemCode, Location at, int width, Message what, Message mend) {
        return new Problem(problemCode, problemCode.severity(), at, Math.max(1, width), what, mend);
    }

    /** A problem that concerns a whole file. */
    public static Problem of(ProblemCode problemCode, String file, Message what, Message mend) {
        return of(problemCode, Location.ofFile(file), 1, what, mend);
    }

    /** The same, no worse than a warning. */
    public Problem asWarning() {
        return new Problem(code, Severity.WARNING, at, width, message, mend);
    }

    /** By place, then by code, so that a report reads the same whichever worker found what first. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
