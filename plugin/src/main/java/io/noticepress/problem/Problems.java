package io.noticepress.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The problems of a run, as they are found. Safe for use by several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem. */
    public synchronized void add(Problem problem) {
        found.add(problem);
    }

    /** Notes a problem with the usual severity of its mistake. */
    public void add(ProblemCode problemCode, Location at, int width, Message what, Message mend) {
        add(Problem.of(problemCode, at, width, what, mend));
    }

    /** Notes a problem that concerns a whole file. */
    public void add(ProblemCode problemCode, String file, Message what, Message mend) {
        add(Problem.of(problemCode, file, what, mend));
    }

    /** Notes several. */
    public synchronized void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** All problems so far, by place; one that was found twice stands once. */
    public synchronized List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    /** Whether there is an error among them, or, if {@code strict}, anything at all. */
    public synchronized boolean isFailure(boolean strict) {
        return found.stream().anyMatch(problem -> strict || problem.severity() == Severity.ERROR);
    }
}
