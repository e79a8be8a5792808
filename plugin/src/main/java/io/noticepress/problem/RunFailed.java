package io.noticepress.problem;

/** Ends a run at once: a problem after which nothing further can be found out. Caught in one place, by the build. */
public final class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RunFailed(Problem problem) {
        super(problem.message().en());
        this.problem = problem;
    }

    public RunFailed(Problem problem, Throwable cause) {
        super(problem.message().en(), cause);
        this.problem = problem;
    }

    /** What to report. */
    public Problem problem() {
        return problem;
    }
}
