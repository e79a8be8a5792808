package io.noticepress.content.schema;

import io.noticepress.problem.Message;

/**
 * Description and example of a field, for people.
 *
 * @param description what to write into it, in a sentence
 * @param example a value that could follow its colon
 */
record FieldText(Message description, Message example) {
    /** The example of a field that needs none. */
    static final Message NO_EXAMPLE = new Message("……", "…");
}
