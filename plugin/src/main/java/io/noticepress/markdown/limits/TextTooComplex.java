package io.noticepress.markdown.limits;

import io.noticepress.problem.Message;

/** Thrown when a text exceeds a limit. {@code Markdown} catches it and reports a problem of the text. */
public final class TextTooComplex extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message problemMessage;
    private final int offset;

    /** @param offset in the body, or 0 if unknown */
    public TextTooComplex(Message problemMessage, int offset) {
        super(problemMessage.en(), null, false, false);
        this.problemMessage = problemMessage;
        this.offset = offset;
    }

    /** The message of the problem to report. */
    public Message problemMessage() {
        return problemMessage;
    }

    /** The offset in the body, or 0 if unknown. */
    public int offset() {
        return offset;
    }
}
