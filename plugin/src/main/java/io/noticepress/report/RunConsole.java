package io.noticepress.report;

/** Where a run tells how it goes, line by line. Maven's log is one. */
public interface RunConsole {
    /** Something worth knowing. */
    void info(String line);

    /** Something to look at. */
    void warn(String text);

    /** Something that fails the run. */
    void error(String text);
}
