package io.noticepress.content.schema;

import io.noticepress.content.files.Slug;
import io.noticepress.content.schema.FieldType.ChoiceType;
import io.noticepress.content.schema.FieldType.GroupType;
import io.noticepress.content.schema.FieldType.KeyType;
import io.noticepress.content.schema.FieldType.KeyedMapType;
import io.noticepress.content.schema.FieldType.LanguageMapType;
import io.noticepress.content.schema.FieldType.ListType;
import io.noticepress.content.schema.FieldType.PatternType;
import io.noticepress.content.schema.FieldType.ScalarType;
import io.noticepress.content.schema.FieldType.UnionType;
import io.noticepress.json.JsonWriter;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Message;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON Schemas of the files that editors write, for completion and hints in code editors. They are made from the same tables as
 * the readers, with the keys of a site as proposals: {@code topics} becomes an array whose items are one of the keys of
 * topics.yaml or another slug. Draft 7 is the newest version that the YAML support of editors understands.
 *
 * <p>A schema accepts all that the readers accept, with two exceptions due to YAML: the unquoted words {@code null}, {@code ~},
 * {@code true} and {@code false} are not text, and spaces within quotes count. It finds fewer problems than the readers, because
 * it sees one field and one file at a time.
 */
public final class JsonSchemas {
    /** The names of all schemas: of the front matter of notices and pages, and of each settings file. */
    public static final List<String> NAMES = List.of("edition", "page", "site", "issuers", "topics", "kinds", "terms");

    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";
    private static final List<String> SCALAR_TYPES = List.of("string", "number");
    private static final String ONE_LINE_PATTERN = "^\\s*\\S([^\\n]*\\S)?\\s*$";
    private static final String SLUG_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String DATE_PATTERN = "((19|20)\\d{2}|2100)-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])"
            + "|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d))";

    private static final Message DATE_HINT = new Message("写成如 2030-04-15 的日期。", "Write a date such as 2030-04-15.");
    private static final Message KEY_HINT =
            new Message("写代码：小写字母、数字和单个连字符。", "Write a key: lower-case letters, digits and single hyphens.");

    private final Site site;

    private JsonSchemas(Site site) {
        this.site = site;
    }

    /** The schema of this name for the files of a site, as JSON in UTF-8. */
    public static byte[] of(String name, Site site) {
        JsonSchemas jsonSchemas = new JsonSchemas(site);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        switch (name) {
            case "edition" -> jsonSchemas.editionSchema(schema);
            case "page" -> jsonSchemas.fileSchema(schema, "页面的字段。 Front matter of a page.", FieldSchemas.PAGE);
            case "site" ->
                jsonSchemas.fileSchema(schema, "网站设置 site.yaml。 Settings of a site, site.yaml.", FieldSchemas.SITE);
            case "issuers" ->
                jsonSchemas.entriesSchema(
                        schema,
                        "发文机关 issuers.yaml，按显示顺序。 Issuing bodies, issuers.yaml, as shown.",
                        FieldSchemas.ISSUER);
            case "topics" ->
                jsonSchemas.entriesSchema(
                        schema, "主题 topics.yaml，按显示顺序。 Topics, topics.yaml, as shown.", FieldSchemas.TOPIC);
            case "kinds" ->
                jsonSchemas.entriesSchema(
                        schema,
                        "法定 15 种以外的文种 kinds.yaml。 Kinds of document beside the 15 of the regulations, kinds.yaml.",
                        FieldSchemas.KIND);
            case "terms" -> jsonSchemas.termsSchema(schema);
            default -> throw new IllegalArgumentException("no schema is named " + name);
        }
        return JsonWriter.renderFile(schema);
    }

    private void editionSchema(Map<String, Object> schema) {
        schema.put(
                "description",
                "通知的字段：有 translation 的是译文，没有的是原文。 Front matter of a notice: a translation if it has the field translation, else the original.");
        schema.put("type", "object");
        schema.put("if", Map.of("required", List.of("translation")));
        schema.put("then", Map.of("$ref", "#/definitions/translation"));
        schema.put("else", Map.of("$ref", "#/definitions/original"));
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("original", objectSchema(FieldSchemas.ORIGINAL));
        definitions.put("translation", objectSchema(FieldSchemas.TRANSLATION));
        schema.put("definitions", definitions);
    }

    private void fileSchema(Map<String, Object> schema, String description, FieldSet fieldSet) {
        schema.put("description", description);
        schema.putAll(objectSchema(fieldSet));
    }

    private void entriesSchema(Map<String, Object> schema, String description, FieldSet fieldSet) {
        schema.put("description", description);
        schema.putAll(mapSchema(objectSchema(fieldSet)));
    }

    private void termsSchema(Map<String, Object> schema) {
        schema.put("description", "译名对照 terms.yaml，写成列表或“代码: 术语”。 Agreed terms, terms.yaml, as a list or under keys.");
        Map<String, Object> term = objectSchema(FieldSchemas.term(site.languages()));
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("type", "array");
        listed.put("items", term);
        Map<String, Object> keyed = new LinkedHashMap<>();
        keyed.put("type", "object");
        keyed.put("additionalProperties", term);
        schema.putAll(anyOf(listed, keyed));
    }

    private Map<String, Object> objectSchema(FieldSet fieldSet) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (fieldSet.namedByLanguage()) {
            site.languages().forEach(language -> properties.put(language.key(), languageSchema(language)));
        }
        fieldSet.specs().values().forEach(fieldSpec -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", bilingual(fieldSpec.description()));
            property.putAll(typeSchema(fieldSpec.type(), fieldSpec.required()));
            properties.put(fieldSpec.name(), property);
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required = fieldSet.specs().values().stream()
                .filter(FieldSpec::required)
                .map(FieldSpec::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (fieldSet.namedByLanguage()) {
            schema.put("propertyNames", slugSchema());
            schema.put("additionalProperties", typeSchema(ScalarType.PROSE, true));
        } else {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private Map<String, Object> languageSchema(Language language) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", language.name());
        property.putAll(typeSchema(ScalarType.PROSE, true));
        return property;
    }

    private Map<String, Object> typeSchema(FieldType fieldType, boolean required) {
        if (fieldType instanceof ScalarType scalarType) {
            return scalarSchema(scalarType);
        }
        if (fieldType instanceof KeyType keyType) {
            return keySchema(keyType);
        }
        if (fieldType instanceof ChoiceType choiceType) {
            return enumSchema(choiceType.meanings());
        }
        if (fieldType instanceof PatternType patternType) {
            return textSchema(SCALAR_TYPES, anchored(patternType.pattern().pattern()));
        }
        if (fieldType instanceof ListType listType) {
            return listSchema(listType, required);
        }
        if (fieldType instanceof GroupType groupType) {
            return objectSchema(groupType.fields());
        }
        if (fieldType instanceof UnionType unionType) {
            return anyOf(typeSchema(unionType.first(), true), typeSchema(unionType.second(), true));
        }
        if (fieldType instanceof KeyedMapType keyedMapType) {
            Map<String, Object> map = mapSchema(objectSchema(keyedMapType.entry()));
            map.put("minProperties", 1);
            return map;
        }
        Map<String, Object> map = mapSchema(typeSchema(((LanguageMapType) fieldType).value(), true));
        Map<String, Object> properties = new LinkedHashMap<>();
        site.languages().forEach(language -> properties.put(language.key(), languageSchema(language)));
        map.put("properties", properties);
        return map;
    }

    private static Map<String, Object> scalarSchema(ScalarType scalarType) {
        return switch (scalarType) {
            case LINE -> textSchema(SCALAR_TYPES, ONE_LINE_PATTERN);
            case PROSE -> textSchema(SCALAR_TYPES, "\\S");
            case DATE -> withErrorMessage(textSchema(List.of("string"), anchored(DATE_PATTERN)), DATE_HINT);
            case BOOLEAN -> new LinkedHashMap<>(Map.of("enum", List.of(true, false, "true", "false")));
            case COUNT -> {
                Map<String, Object> number = new LinkedHashMap<>();
                number.put("type", "integer");
                number.put("minimum", 1);
                number.put("maximum", FieldSchemas.MAX_PAGE_SIZE);
                yield anyOf(number, textSchema(List.of("string"), anchored("[1-9][0-9]{0,2}|1000")));
            }
        };
    }

    private Map<String, Object> keySchema(KeyType keyType) {
        Map<String, Message> proposals = new LinkedHashMap<>();
        switch (keyType) {
            case ISSUER -> site.issuers().forEach((each, issuer) -> proposals.put(each, allNames(issuer.name())));
            case TOPIC -> site.topics().forEach((each, topic) -> proposals.put(each, allNames(topic.name())));
            case KIND ->
                site.kinds().values().forEach(documentKind -> {
                    proposals.put(documentKind.code(), allNames(documentKind.name()));
                    documentKind
                            .name()
                            .words()
                            .values()
                            .forEach(name -> proposals.putIfAbsent(name, allNames(documentKind.name())));
                });
            case LANGUAGE ->
                site.languages()
                        .forEach(language ->
                                proposals.put(language.key(), new Message(language.name(), language.name())));
            default -> {
                return slugSchema();
            }
        }
        Map<String, Object> other = keyType == KeyType.KIND ? scalarSchema(ScalarType.LINE) : slugSchema();
        return proposals.isEmpty() ? other : anyOf(enumSchema(proposals), other);
    }

    private Map<String, Object> listSchema(ListType listType, boolean required) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", typeSchema(listType.item(), true));
        if (required) {
            list.put("minItems", 1);
        }
        if (listType.item() == KeyType.ISSUER || listType.item() == KeyType.TOPIC) {
            list.put("uniqueItems", true);
        }
        return listType.allowsSingle() ? anyOf(typeSchema(listType.item(), true), list) : list;
    }

    private static Map<String, Object> mapSchema(Map<String, Object> each) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        map.put("propertyNames", slugSchema());
        map.put("additionalProperties", each);
        return map;
    }

    private static Map<String, Object> slugSchema() {
        Map<String, Object> slug = textSchema(SCALAR_TYPES, anchored(SLUG_PATTERN));
        slug.put("maxLength", Slug.MAX_LENGTH);
        return withErrorMessage(slug, KEY_HINT);
    }

    private static Map<String, Object> textSchema(List<String> types, String pattern) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", types.size() == 1 ? types.get(0) : types);
        text.put("pattern", pattern);
        return text;
    }

    /** Adds the message that VS Code shows if the text does not match. */
    private static Map<String, Object> withErrorMessage(Map<String, Object> text, Message expected) {
        text.put("patternErrorMessage", bilingual(expected));
        return text;
    }

    private static Map<String, Object> enumSchema(Map<String, Message> words) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("enum", List.copyOf(words.keySet()));
        list.put(
                "markdownEnumDescriptions",
                words.values().stream().map(JsonSchemas::bilingual).toList());
        return list;
    }

    private static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
        return new LinkedHashMap<>(Map.of("anyOf", List.of(one, other)));
    }

    private static String anchored(String expression) {
        return "^\\s*(" + expression + ")\\s*$";
    }

    private static Message allNames(LocalizedText name) {
        Set<String> names = new LinkedHashSet<>(name.words().values());
        return new Message(String.join(" · ", names), String.join(" · ", names));
    }

    private static String bilingual(Message message) {
        return message.zh().equals(message.en()) ? message.zh() : message.zh() + " " + message.en();
    }
}
