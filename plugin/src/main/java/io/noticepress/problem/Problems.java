package io.noticepress.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the problems of a run. Thread-safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem. */
    public synchronized void add(Problem problem) {
        found.add(problem);
    }

    /** Adds a problem with the default severity of its code. */
    public void add(ProblemCode code, Location at, int width, Message message, Message mend) {
        add(Problem.of(code, at, width, message, mend));
    }

    /** Adds a problem that concerns a whole file. */
    public void add(ProblemCode code, String file, Message message, Message mend) {
        add(Problem.of(code, file, message, mend));
    }

    /** Adds several problems. */
    public synchronized void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** All problems so far, sorted by place, without duplicates. */
    public synchronized List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /** Whether the run has failed: there is an error, or, if {@code strict}, any problem. */
    public synchronized boolean isFailure(boolean strict) {
        return found.stream().anyMatch(problem -> strict || problem.severity() == Severity.ERROR);
    }
}
