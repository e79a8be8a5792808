package io.noticepress.report;

import io.noticepress.problem.Problem;
import java.util.Optional;

/** A problem and the line of the file it is in; without a line if it is of a whole file, or the file is no text. */
public record ProblemWithExcerpt(Problem problem, Optional<String> excerpt) {}
