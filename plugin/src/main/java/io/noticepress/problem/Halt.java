package io.noticepress.problem;

/** Ends a run at once: a problem after which nothing further can be found out. Caught in one place, by the build. */
public final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Halt(Problem problem) {
        super(problem.what().en());
        this.problem = problem;
    }

    public Halt(Problem problem, Throwable cause) {
        super(problem.what().en(), cause);
        this.problem = problem;
    }

    /** What to report. */
    public Problem problem() {
        return problem;
    }
}
