package io.noticepress.mojo;

import io.noticepress.scaffold.Prompter;
import java.io.Console;
import java.util.Optional;

/** Asks in the terminal in which Maven runs. {@link Console} knows its character set, which Chinese answers need. */
final class TerminalPrompter implements Prompter {
    private final Console console;

    private TerminalPrompter(Console console) {
        this.console = console;
    }

    /** The terminal, if there is one. */
    static Optional<Prompter> ofSystem() {
        return Optional.ofNullable(System.console()).map(TerminalPrompter::new);
    }

    @Override
    public Optional<String> ask(String question) {
        return Optional.ofNullable(console.readLine("%s", question));
    }

    @Override
    public void show(String line) {
        console.writer().write(line + "\n");
        console.flush();
    }
}
