package io.noticepress.mojo;

import io.noticepress.report.RunConsole;
import org.apache.maven.plugin.logging.Log;

/** Writes the output of a run to Maven's log. */
record LogConsole(Log log) implements RunConsole {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String text) {
        log.warn(text);
    }

    @Override
    public void error(String text) {
        log.error(text);
    }
}
