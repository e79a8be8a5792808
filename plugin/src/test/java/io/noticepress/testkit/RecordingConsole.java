package io.noticepress.testkit;

import io.noticepress.report.RunConsole;
import java.util.ArrayList;
import java.util.List;

/** Records the messages of a run, each with its level as prefix: {@code info 3 notices read}. */
public final class RecordingConsole implements RunConsole {
    /** The lines so far; read it after the run. */
    public final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void info(String line) {
        lines.add("info " + line);
    }

    @Override
    public synchronized void warn(String text) {
        lines.add("warn " + text);
    }

    @Override
    public synchronized void error(String text) {
        lines.add("error " + text);
    }
}
