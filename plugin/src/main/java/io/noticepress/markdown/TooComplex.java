package io.noticepress.markdown;

import io.noticepress.problem.Message;

/** Ends the work on a text that costs too much. Never leaves this room: it becomes a problem of the text. */
final class TooComplex extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message what;
    private final int offset;

    /** @param offset where in the text, or 0 if that cannot be said */
    TooComplex(Message what, int offset) {
        super(what.en(), null, false, false);
        this.what = what;
        this.offset = offset;
    }

    Message what() {
        return what;
    }

    int offset() {
        return offset;
    }
}
