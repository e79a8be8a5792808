package io.noticepress.extract;

import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;

/** Thrown for a document that cannot be read, with the problem code and the reason in both languages. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode problemCode;
    private final transient Message reason;

    public UnreadableDocument(ProblemCode problemCode, String zh, String en) {
        super(en);
        this.problemCode = problemCode;
        this.reason = new Message(zh, en);
    }

    /** The code and the reason in Chinese and English, a line each: {@code TOO_LARGE\n有 1001 页…\nit has 1001 pages…\n}. */
    public String asTranscript() {
        return problemCode.name() + "\n" + reason.zh() + "\n" + reason.en() + "\n";
    }
}
