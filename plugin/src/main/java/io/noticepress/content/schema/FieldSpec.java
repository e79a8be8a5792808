package io.noticepress.content.schema;

import io.noticepress.problem.Message;

/**
 * One field that editors may fill in.
 *
 * @param description what belongs into it, in a sentence
 * @param example what may stand after its colon
 */
public record FieldSpec(String name, FieldType type, boolean required, Message description, Message example) {
    static FieldSpec requiredField(String name, FieldType fieldType, Message about, Message sample) {
        return new FieldSpec(name, fieldType, true, about, sample);
    }

    static FieldSpec optionalField(String name, FieldType fieldType, Message about, Message sample) {
        return new FieldSpec(name, fieldType, false, about, sample);
    }

    /** The same, not required. */
    FieldSpec asOptional() {
        return new FieldSpec(name, type, false, description, example);
    }

    /** The same with another shape. */
    FieldSpec as(FieldType other) {
        return new FieldSpec(name, other, required, description, example);
    }

    /** The fields within it; a form without fields if it has none. */
    FieldSet nestedFields() {
        return nestedFields(type);
    }

    private static FieldSet nestedFields(FieldType fieldType) {
        if (fieldType instanceof FieldType.GroupType groupType) {
            return groupType.fields();
        }
        if (fieldType instanceof FieldType.KeyedMapType keyedMapType) {
            return keyedMapType.entry();
        }
        if (fieldType instanceof FieldType.ListType listType) {
            return nestedFields(listType.item());
        }
        if (fieldType instanceof FieldType.UnionType unionType) {
            return nestedFields(unionType.second());
        }
        return FieldSet.NONE;
    }
}
