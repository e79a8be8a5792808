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
    public void add(Mistake mistake, Location at, int width, Phrase what, Phrase mend) {
        add(Problem.of(mistake, at, width, what, mend));
    }

    /** Notes a problem that concerns a whole file. */
    public void add(Mistake mistake, String file, Phrase what, Phrase mend) {
        add(Problem.of(mistake, file, what, mend));
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
    public synchronized boolean fail(boolean strict) {
        return found.stream().anyMatch(problem -> strict || problem.severity() == Severity.ERROR);
    }
}
