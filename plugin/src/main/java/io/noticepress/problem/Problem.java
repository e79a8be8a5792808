package io.noticepress.problem;

import java.util.Comparator;

/**
 * An error or warning at one place, with a mend.
 *
 * @param at where the offending text starts
 * @param width its length in code points, at least 1: the carets under the excerpt
 * @param message what is wrong
 * @param mend how to fix it
 */
public record Problem(ProblemCode code, Severity severity, Location at, int width, Message message, Message mend)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::code)
            .thenComparing(problem -> problem.message().en())
            .thenComparing(problem -> problem.mend().en());

    /** A problem with the default severity of its code. */
    public static Problem of(ProblemCode code, Location at, int width, Message message, Message mend) {
        return new Problem(code, code.severity(), at, Math.max(1, width), message, mend);
    }

    /** A problem that concerns a whole file. */
    public static Problem of(ProblemCode code, String file, Message message, Message mend) {
        return of(code, Location.ofFile(file), 1, message, mend);
    }

    /** The same problem with severity {@link Severity#WARNING}. */
    public Problem asWarning() {
        return new Problem(code, Severity.WARNING, at, width, message, mend);
    }

    /** By place, then by code and text, so that the order of a report does not depend on threads. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
