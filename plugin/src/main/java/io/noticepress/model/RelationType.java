package io.noticepress.model;

import java.util.Arrays;
import java.util.Optional;

/** What a notice does to another one. The reverse direction is computed, never written in front matter. */
public enum RelationType {
    ISSUES("issues"),
    FORWARDS("forwards"),
    REPEALS("repeals"),
    AMENDS("amends"),
    CORRECTS("corrects"),
    REPLACES("replaces"),
    REPLIES_TO("repliesTo"),
    CITES("cites");

    private final String field;

    RelationType(String field) {
        this.field = field;
    }

    /** The field name in front matter and data: {@code repliesTo}. */
    public String field() {
        return field;
    }

    /** The type with a field name, if there is one. */
    public static Optional<RelationType> ofField(String field) {
        return Arrays.stream(values()).filter(type -> type.field.equals(field)).findFirst();
    }

    /** Whether the relation changes the status of the other notice: repeals, amends, corrects, replaces. */
    public boolean changesStatus() {
        return this == REPEALS || this == AMENDS || this == CORRECTS || this == REPLACES;
    }
}
