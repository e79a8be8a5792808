package io.noticepress.markdown.limits;

import io.noticepress.problem.Message;

/** Ends the work on a text that costs too much. Never leaves this room: it becomes a problem of the text. */
public final class TextTooComplex extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message problemMessage;
    private final int offset;

    /** @param offset where in the text, or 0 if that cannot be said */
    public TextTooComplex(Message problemMessage, int offset) {
        super(problemMessage.en(), null, false, false);
        this.problemMessage = problemMessage;
        this.offset = offset;
    }

    public Message problemMessage() {
        return problemMessage;
    }

    public int offset() {
        return offset;
    }
}
