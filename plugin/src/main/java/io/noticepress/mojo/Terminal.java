package io.noticepress.mojo;

import io.noticepress.desk.Dialogue;
import java.io.Console;
import java.util.Optional;

/** The terminal in which Maven runs. The JDK's console knows its character set, which Chinese answers need. */
final class Terminal implements Dialogue {
    private final Console console;

    private Terminal(Console console) {
        this.console = console;
    }

    /** The terminal, if there is one. */
    static Optional<Dialogue> here() {
        return Optional.ofNullable(System.console()).map(Terminal::new);
    }

    @Override
    public Optional<String> ask(String question) {
        return Optional.ofNullable(console.readLine("%s", question));
    }

    @Override
    public void tell(String line) {
        console.writer().write(line + "\n");
        console.flush();
    }
}
