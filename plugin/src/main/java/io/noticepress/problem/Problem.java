package io.noticepress.problem;

import java.util.Comparator;

/**
 * One mistake at one place, with the way to mend it.
 *
 * @param at where it starts
 * @param width how many code points it covers, at least 1: the carets under the excerpt
 * @param what what is wrong
 * @param mend what to do about it
 */
public record Problem(Mistake mistake, Severity severity, Location at, int width, Phrase what, Phrase mend)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::mistake)
            .thenComparing(problem -> problem.what().en())
            .thenComparing(problem -> problem.mend().en());

    /** A problem with the severity its mistake usually has. */
    public static Problem of(Mistake mistake, Location at, int width, Phrase what, Phrase mend) {
        return new Problem(mistake, mistake.severity(), at, Math.max(1, width), what, mend);
    }

    /** A problem that concerns a whole file. */
    public static Problem of(Mistake mistake, String file, Phrase what, Phrase mend) {
        return of(mistake, Location.whole(file), 1, what, mend);
    }

    /** The same, no worse than a warning. */
    public Problem asWarning() {
        return new Problem(mistake, Severity.WARNING, at, width, what, mend);
    }

    /** By place, then by code, so that a report reads the same whichever worker found what first. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
