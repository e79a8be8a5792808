package io.noticepress.scaffold;

import java.util.Optional;

/** Someone who can be asked. A terminal is one. */
public interface Prompter {
    /** The answer to a question; empty if there will be no more answers. */
    Optional<String> ask(String question);

    /** Says something that needs no answer. */
    void show(String line);
}
