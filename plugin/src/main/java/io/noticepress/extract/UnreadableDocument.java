package io.noticepress.extract;

import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;

/** A document that cannot be read, and why. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode problemCode;
    private final transient Message what;

    public UnreadableDocument(ProblemCode problemCode, String zh, String en) {
        super(en);
        this.problemCode = problemCode;
        this.what = new Message(zh, en);
    }

    /** Kind, Chinese and English on a line each. */
    public String asTranscript() {
        return problemCode.name() + "\n" + what.zh() + "\n" + what.en() + "\n";
    }
}
