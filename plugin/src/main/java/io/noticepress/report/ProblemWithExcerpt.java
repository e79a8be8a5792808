package io.noticepress.report;

import io.noticepress.problem.Problem;
import java.util.Optional;

/** A problem and the line of the file it stands on, if there is one to show. */
public record ProblemWithExcerpt(Problem problem, Optional<String> excerpt) {}
