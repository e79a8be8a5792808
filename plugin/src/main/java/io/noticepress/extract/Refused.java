package io.noticepress.extract;

import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;

/** A document that cannot be read, and why. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Mistake mistake;
    private final transient Phrase what;

    Refused(Mistake mistake, String zh, String en) {
        super(en);
        this.mistake = mistake;
        this.what = new Phrase(zh, en);
    }

    /** Kind, Chinese and English on a line each. */
    String message() {
        return mistake.name() + "\n" + what.zh() + "\n" + what.en() + "\n";
    }
}
