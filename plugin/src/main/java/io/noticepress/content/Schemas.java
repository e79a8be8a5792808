package io.noticepress.content;

import io.noticepress.content.Shape.ByLanguage;
import io.noticepress.content.Shape.Either;
import io.noticepress.content.Shape.Group;
import io.noticepress.content.Shape.Key;
import io.noticepress.content.Shape.Many;
import io.noticepress.content.Shape.Match;
import io.noticepress.content.Shape.Named;
import io.noticepress.content.Shape.Plain;
import io.noticepress.content.Shape.Word;
import io.noticepress.json.JsonWriter;
import io.noticepress.model.Language;
import io.noticepress.model.LocalizedText;
import io.noticepress.model.Site;
import io.noticepress.problem.Message;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON Schemas of the files that editors write, for help while typing: made of the table from which the readers take their
 * fields, with the keys of a site as proposals. Draft 7, the newest that the YAML support of editors understands.
 *
 * <p>A schema takes whatever the readers take without a word, but for two things YAML says before any schema is asked: the
 * plain words {@code null}, {@code ~}, {@code true} and {@code false} are no text to it, and blanks within quotes count. It
 * sees less than the readers do: one field and one file at a time.
 */
public final class Schemas {
    /** Their names: of the front matter of notices and pages, and of each file of settings. */
    public static final List<String> NAMES = List.of("edition", "page", "site", "issuers", "topics", "kinds", "terms");

    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";
    private static final List<String> SCALARS = List.of("string", "number");
    private static final String ONE_LINE = "^\\s*\\S([^\\n]*\\S)?\\s*$";
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String DAY = "((19|20)\\d{2}|2100)-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])"
            + "|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d))";

    private static final Message DATE = new Message("写成如 2030-04-15 的日期。", "Write a date such as 2030-04-15.");
    private static final Message CODE =
            new Message("写代码：小写字母、数字和单个连字符。", "Write a key: lower-case letters, digits and single hyphens.");

    private final Site site;

    private Schemas(Site site) {
        this.site = site;
    }

    /** The schema of a name, for the files of a site. */
    public static byte[] of(String name, Site site) {
        Schemas schemas = new Schemas(site);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        switch (name) {
            case "edition" -> schemas.edition(schema);
            case "page" -> schemas.file(schema, "页面的字段。 Front matter of a page.", Forms.PAGE);
            case "site" -> schemas.file(schema, "网站设置 site.yaml。 Settings of a site, site.yaml.", Forms.SITE);
            case "issuers" ->
                schemas.entries(
                        schema, "发文机关 issuers.yaml，按显示顺序。 Issuing bodies, issuers.yaml, as shown.", Forms.ISSUER);
            case "topics" ->
                schemas.entries(schema, "主题 topics.yaml，按显示顺序。 Topics, topics.yaml, as shown.", Forms.TOPIC);
            case "kinds" ->
                schemas.entries(
                        schema,
                        "法定 15 种以外的文种 kinds.yaml。 Kinds of document beside the 15 of the regulations, kinds.yaml.",
                        Forms.KIND);
            case "terms" -> schemas.terms(schema);
            default -> throw new IllegalArgumentException("no schema is named " + name);
        }
        return JsonWriter.renderFile(schema);
    }

    private void edition(Map<String, Object> schema) {
        schema.put(
                "description",
                "通知的字段：有 translation 的是译文，没有的是原文。 Front matter of a notice: a translation if it has the field translation, else the original.");
        schema.put("type", "object");
        schema.put("if", Map.of("required", List.of("translation")));
        schema.put("then", Map.of("$ref", "#/definitions/translation"));
        schema.put("else", Map.of("$ref", "#/definitions/original"));
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("original", form(Forms.ORIGINAL));
        definitions.put("translation", form(Forms.TRANSLATION));
        schema.put("definitions", definitions);
    }

    private void file(Map<String, Object> schema, String description, Form form) {
        schema.put("description", description);
        schema.putAll(form(form));
    }

    private void entries(Map<String, Object> schema, String description, Form form) {
        schema.put("description", description);
        schema.putAll(map(form(form)));
    }

    private void terms(Map<String, Object> schema) {
        schema.put("description", "译名对照 terms.yaml，写成列表或“代码: 术语”。 Agreed terms, terms.yaml, as a list or under keys.");
        Map<String, Object> term = form(Forms.term(site.languages()));
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("type", "array");
        listed.put("items", term);
        Map<String, Object> keyed = new LinkedHashMap<>();
        keyed.put("type", "object");
        keyed.put("additionalProperties", term);
        schema.putAll(anyOf(listed, keyed));
    }

    private Map<String, Object> form(Form form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (form.byLanguage()) {
            site.languages().forEach(language -> properties.put(language.key(), named(language)));
        }
        form.slots().values().forEach(slot -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", both(slot.about()));
            property.putAll(value(slot.shape(), slot.required()));
            properties.put(slot.name(), property);
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required = form.slots().values().stream()
                .filter(Slot::required)
                .map(Slot::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (form.byLanguage()) {
            schema.put("propertyNames", slug());
            schema.put("additionalProperties", value(Plain.PROSE, true));
        } else {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private Map<String, Object> named(Language language) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", language.name());
        property.putAll(value(Plain.PROSE, true));
        return property;
    }

    private Map<String, Object> value(Shape shape, boolean required) {
        if (shape instanceof Plain plain) {
            return plain(plain);
        }
        if (shape instanceof Key key) {
            return key(key);
        }
        if (shape instanceof Word word) {
            return proposed(word.meanings());
        }
        if (shape instanceof Match match) {
            return text(SCALARS, whole(match.pattern().pattern()));
        }
        if (shape instanceof Many many) {
            return many(many, required);
        }
        if (shape instanceof Group group) {
            return form(group.form());
        }
        if (shape instanceof Either either) {
            return anyOf(value(either.one(), true), value(either.other(), true));
        }
        if (shape instanceof Named named) {
            Map<String, Object> map = map(form(named.each()));
            map.put("minProperties", 1);
            return map;
        }
        Map<String, Object> map = map(value(((ByLanguage) shape).each(), true));
        Map<String, Object> properties = new LinkedHashMap<>();
        site.languages().forEach(language -> properties.put(language.key(), named(language)));
        map.put("properties", properties);
        return map;
    }

    private static Map<String, Object> plain(Plain plain) {
        return switch (plain) {
            case LINE -> text(SCALARS, ONE_LINE);
            case PROSE -> text(SCALARS, "\\S");
            case DAY -> said(text(List.of("string"), whole(DAY)), DATE);
            case FLAG -> new LinkedHashMap<>(Map.of("enum", List.of(true, false, "true", "false")));
            case COUNT -> {
                Map<String, Object> number = new LinkedHashMap<>();
                number.put("type", "integer");
                number.put("minimum", 1);
                number.put("maximum", Forms.LARGEST_PAGE);
                yield anyOf(number, text(List.of("string"), whole("[1-9][0-9]{0,2}|1000")));
            }
        };
    }

    private Map<String, Object> key(Key key) {
        Map<String, Message> proposals = new LinkedHashMap<>();
        switch (key) {
            case ISSUER -> site.issuers().forEach((each, issuer) -> proposals.put(each, names(issuer.name())));
            case TOPIC -> site.topics().forEach((each, topic) -> proposals.put(each, names(topic.name())));
            case KIND ->
                site.kinds().values().forEach(documentKind -> {
                    proposals.put(documentKind.code(), names(documentKind.name()));
                    documentKind
                            .name()
                            .words()
                            .values()
                            .forEach(name -> proposals.putIfAbsent(name, names(documentKind.name())));
                });
            case LANGUAGE ->
                site.languages()
                        .forEach(language ->
                                proposals.put(language.key(), new Message(language.name(), language.name())));
            default -> {
                return slug();
            }
        }
        Map<String, Object> other = key == Key.KIND ? plain(Plain.LINE) : slug();
        return proposals.isEmpty() ? other : anyOf(proposed(proposals), other);
    }

    private Map<String, Object> many(Many many, boolean required) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", value(many.item(), true));
        if (required) {
            list.put("minItems", 1);
        }
        if (many.item() == Key.ISSUER || many.item() == Key.TOPIC) {
            list.put("uniqueItems", true);
        }
        return many.orOne() ? anyOf(value(many.item(), true), list) : list;
    }

    private static Map<String, Object> map(Map<String, Object> each) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        map.put("propertyNames", slug());
        map.put("additionalProperties", each);
        return map;
    }

    private static Map<String, Object> slug() {
        Map<String, Object> slug = text(SCALARS, whole(SLUG));
        slug.put("maxLength", Slug.LENGTH);
        return said(slug, CODE);
    }

    private static Map<String, Object> text(List<String> types, String pattern) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", types.size() == 1 ? types.get(0) : types);
        text.put("pattern", pattern);
        return text;
    }

    /** With the words in which VS Code says that it does not match. */
    private static Map<String, Object> said(Map<String, Object> text, Message expected) {
        text.put("patternErrorMessage", both(expected));
        return text;
    }

    private static Map<String, Object> proposed(Map<String, Message> words) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("enum", List.copyOf(words.keySet()));
        list.put(
                "markdownEnumDescriptions",
                words.values().stream().map(Schemas::both).toList());
        return list;
    }

    private static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
        return new LinkedHashMap<>(Map.of("anyOf", List.of(one, other)));
    }

    private static String whole(String expression) {
        return "^\\s*(" + expression + ")\\s*$";
    }

    private static Message names(LocalizedText name) {
        Set<String> names = new LinkedHashSet<>(name.words().values());
        return new Message(String.join(" · ", names), String.join(" · ", names));
    }

    private static String both(Message message) {
        return message.zh().equals(message.en()) ? message.zh() : message.zh() + " " + message.en();
    }
}
