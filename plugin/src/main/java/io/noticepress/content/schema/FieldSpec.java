package io.noticepress.content.schema;

import io.noticepress.model.site.Language;
import io.noticepress.problem.Message;
import java.util.function.Supplier;

/**
 * One field that editors may write.
 *
 * @param text its description and example, read only when they are shown
 */
public record FieldSpec(String name, FieldType type, boolean required, Supplier<FieldText> text) {
    /** A required field, by its section in {@code fields.yaml} and its name: {@code edition.title}. */
    static FieldSpec requiredField(String id, FieldType type) {
        return new FieldSpec(nameOf(id), type, true, () -> FieldTexts.of(id));
    }

    /** An optional field, by its section in {@code fields.yaml} and its name: {@code edition.number}. */
    static FieldSpec optionalField(String id, FieldType type) {
        return requiredField(id, type).asOptional();
    }

    /** A field for text in one language of the site, named by the key of the language. */
    static FieldSpec languageField(Language language, FieldType type, boolean required) {
        Message name = new Message(language.name(), language.name());
        return new FieldSpec(language.key(), type, required, () -> new FieldText(name, FieldText.NO_EXAMPLE));
    }

    private static String nameOf(String id) {
        return id.substring(id.indexOf('.') + 1);
    }

    /** What to write into it, in a sentence. */
    public Message description() {
        return text.get().description();
    }

    /** A value that could follow its colon. */
    public Message example() {
        return text.get().example();
    }

    /** The same field, not required. */
    FieldSpec asOptional() {
        return new FieldSpec(name, type, false, text);
    }

    /** The fields of its value; none if the value is not a group of fields. */
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
