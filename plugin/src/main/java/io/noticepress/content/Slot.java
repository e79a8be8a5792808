package io.noticepress.content;

import io.noticepress.problem.Message;

/**
 * One field that editors may fill in.
 *
 * @param about what belongs into it, in a sentence
 * @param sample what may stand after its colon
 */
record Slot(String name, Shape shape, boolean required, Message about, Message sample) {
    static Slot due(String name, Shape shape, Message about, Message sample) {
        return new Slot(name, shape, true, about, sample);
    }

    static Slot free(String name, Shape shape, Message about, Message sample) {
        return new Slot(name, shape, false, about, sample);
    }

    /** The same, not required. */
    Slot optional() {
        return new Slot(name, shape, false, about, sample);
    }

    /** The same with another shape. */
    Slot as(Shape other) {
        return new Slot(name, other, required, about, sample);
    }

    /** The fields within it; a form without fields if it has none. */
    Form within() {
        return within(shape);
    }

    private static Form within(Shape shape) {
        if (shape instanceof Shape.Group group) {
            return group.form();
        }
        if (shape instanceof Shape.Named named) {
            return named.each();
        }
        if (shape instanceof Shape.Many many) {
            return within(many.item());
        }
        if (shape instanceof Shape.Either either) {
            return within(either.other());
        }
        return Form.NONE;
    }
}
