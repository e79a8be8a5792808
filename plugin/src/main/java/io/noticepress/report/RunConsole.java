package io.noticepress.report;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.Severity;

/** Prints the lines of a run; Maven's log, for example. */
public interface RunConsole {
    /** Prints a line about the progress or the result. */
    void info(String line);

    /** Prints a warning, of one or several lines. */
    void warn(String text);

    /** Prints an error, of one or several lines. */
    void error(String text);

    /** Prints a problem, as an error or a warning by its severity. */
    default void print(ProblemWithExcerpt problem, MessageLanguage messageLanguage) {
        String text = ProblemFormat.format(problem.problem(), messageLanguage, problem.excerpt());
        if (problem.problem().severity() == Severity.ERROR) {
            error(text);
        } else {
            warn(text);
        }
    }
}
