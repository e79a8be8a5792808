package io.noticepress.scaffold;

import java.util.Optional;

/** Asks the user questions, usually in a terminal. */
public interface Prompter {
    /** Asks a question; empty if the input has ended. */
    Optional<String> ask(String question);

    /** Shows a line. */
    void show(String line);
}
