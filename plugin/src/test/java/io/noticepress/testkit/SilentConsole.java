package io.noticepress.testkit;

import io.noticepress.report.RunConsole;

/** A console for runs whose messages a test does not look at. */
public final class SilentConsole implements RunConsole {
    @Override
    public void info(String line) {}

    @Override
    public void warn(String text) {}

    @Override
    public void error(String text) {}
}
