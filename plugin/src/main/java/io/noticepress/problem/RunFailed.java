package io.noticepress.problem;

/** Thrown to abort a run: a problem after which no more checks make sense. The pipeline catches it in one place. */
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

    /** The problem to report. */
    public Problem problem() {
        return problem;
    }
}
