package io.noticepress.testkit;

import io.noticepress.report.RunConsole;

/** A console that discards all messages, for tests that do not check them. */
public final class SilentConsole implements RunConsole {
    @Override
    public void info(String line) {}

    @Override
    public void warn(String text) {}

    @Override
    public void error(String text) {}
}
