package io.noticepress.content.schema;

import static io.noticepress.content.schema.FieldSpec.optionalField;
import static io.noticepress.content.schema.FieldSpec.requiredField;
import static io.noticepress.content.schema.FieldType.ScalarType.BOOLEAN;
import static io.noticepress.content.schema.FieldType.ScalarType.COUNT;
import static io.noticepress.content.schema.FieldType.ScalarType.DATE;
import static io.noticepress.content.schema.FieldType.ScalarType.LINE;
import static io.noticepress.content.schema.FieldType.ScalarType.PROSE;

import io.noticepress.content.schema.FieldType.ChoiceType;
import io.noticepress.content.schema.FieldType.GroupType;
import io.noticepress.content.schema.FieldType.KeyType;
import io.noticepress.content.schema.FieldType.KeyedMapType;
import io.noticepress.content.schema.FieldType.LanguageMapType;
import io.noticepress.content.schema.FieldType.ListType;
import io.noticepress.content.schema.FieldType.PatternType;
import io.noticepress.content.schema.FieldType.UnionType;
import io.noticepress.model.RelationType;
import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All fields that editors can write (contract, sections 1 and 2). Readers, JSON Schemas and the comments of new notices are
 * made from these tables. Each field is named by its section in {@code fields.yaml} and its name: {@code edition.title}.
 */
public final class FieldSchemas {
    /** The largest allowed number of notices on one page of a list. */
    public static final int MAX_PAGE_SIZE = 1000;

    /** How much of the text a file holds. */
    static final ChoiceType EXTENTS = new ChoiceType("extent", List.of("full", "digest"));

    /** How far a translation can be relied on. */
    public static final ChoiceType STATES =
            new ChoiceType("state", List.of("official", "reviewed", "draft", "machine"));

    /** {@code v1} and the fingerprints of the original's title and blocks: {@code v1 5kQ… Zp0…}. */
    public static final PatternType BASIS = PatternType.of("v1(\\s+[0-9A-Za-z_-]{1,64})*");

    private static final FieldSet PRINTED =
            FieldSet.of(optionalField("printed.office", LINE), optionalField("printed.date", DATE));

    private static final FieldSet SOURCE = FieldSet.of(
            optionalField("source.url", PatternType.of("[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s].*")),
            optionalField("source.file", LINE),
            optionalField("source.sha256", PatternType.of("[0-9a-fA-F]{64}")),
            optionalField("source.retrieved", DATE));

    private static final FieldSet ATTACHMENT =
            FieldSet.of(requiredField("attachment.file", LINE), requiredField("attachment.title", LINE));

    private static final FieldSet EXTERNAL_DOCUMENT =
            FieldSet.of(requiredField("external.title", LINE), optionalField("external.number", LINE));

    private static final FieldSpec TITLE = requiredField("edition.title", LINE);

    private static final FieldSpec RECIPIENTS = optionalField("edition.recipients", new ListType(LINE, false));

    private static final FieldSpec CC = optionalField("edition.cc", new ListType(LINE, false));

    private static final FieldSpec LETTERHEAD = optionalField("edition.letterhead", LINE);

    private static final FieldSpec SIGNATORIES = optionalField("edition.signatories", new ListType(LINE, true));

    private static final FieldSpec NOTE = optionalField("edition.note", PROSE);

    private static final FieldSpec SUMMARY = optionalField("edition.summary", PROSE);

    private static final FieldSpec EXTENT = optionalField("edition.extent", EXTENTS);

    /** Front matter of an original. */
    public static final FieldSet ORIGINAL = FieldSet.of(
            TITLE,
            optionalField("edition.number", LINE),
            requiredField("edition.issuer", new ListType(KeyType.ISSUER, true)),
            requiredField("edition.issued", DATE),
            requiredField("edition.topics", new ListType(KeyType.TOPIC, false)),
            optionalField("edition.kind", KeyType.KIND),
            RECIPIENTS,
            CC,
            optionalField("edition.printed", new GroupType(PRINTED)),
            LETTERHEAD,
            SIGNATORIES,
            NOTE,
            SUMMARY,
            optionalField("edition.published", DATE),
            optionalField("edition.updated", DATE),
            optionalField("edition.effective", DATE),
            optionalField("edition.expires", DATE),
            EXTENT,
            optionalField("edition.source", new GroupType(SOURCE)),
            optionalField("edition.attachments", new ListType(new GroupType(ATTACHMENT), false)),
            optionalField(
                    "edition.relations",
                    new GroupType(relationFields(
                            new ListType(new UnionType(KeyType.NOTICE, new GroupType(EXTERNAL_DOCUMENT)), false)))),
            optionalField("edition.draft", BOOLEAN));

    private static final FieldSet TRANSLATION_STATUS = FieldSet.of(
            requiredField("status.state", STATES),
            optionalField("status.by", LINE),
            optionalField("status.basis", BASIS));

    /** Front matter of a translation: only what can be translated. */
    public static final FieldSet TRANSLATION = ORIGINAL.translatable(
            requiredField("translation.title", LINE),
            RECIPIENTS,
            CC,
            optionalField(
                    "translation.printed",
                    new GroupType(PRINTED.translatable(PRINTED.specs().get("office")))),
            LETTERHEAD,
            SIGNATORIES,
            NOTE,
            SUMMARY,
            EXTENT,
            optionalField(
                    "translation.attachments",
                    new ListType(
                            new GroupType(ATTACHMENT.translatable(
                                    ATTACHMENT.specs().get("title").asOptional())),
                            false)),
            optionalField(
                    "translation.relations",
                    new GroupType(relationFields(new ListType(
                            new GroupType(EXTERNAL_DOCUMENT.translatable(
                                    EXTERNAL_DOCUMENT.specs().get("title").asOptional())),
                            false)))),
            requiredField("translation.translation", new GroupType(TRANSLATION_STATUS)));

    /** Front matter of a page. */
    public static final FieldSet PAGE = FieldSet.of(requiredField("page.title", LINE), SUMMARY);

    private static final FieldSet LANGUAGE = FieldSet.of(
            requiredField("language.tag", LINE),
            requiredField("language.name", LINE),
            requiredField("language.title", LINE),
            optionalField("language.description", PROSE));

    /** {@code site.yaml}. */
    public static final FieldSet SITE = FieldSet.of(
            requiredField("site.baseUrl", PatternType.of("[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s][^?#\\s]*")),
            optionalField("site.theme", KeyType.THEME),
            optionalField("site.timeZone", LINE),
            optionalField("site.pageSize", COUNT),
            optionalField("site.messages", KeyType.LANGUAGE),
            optionalField("site.publisher", new LanguageMapType(PROSE)),
            optionalField("site.contact", new LanguageMapType(PROSE)),
            optionalField("site.footer", new LanguageMapType(PROSE)),
            optionalField("site.siteIdCode", PatternType.of("[A-Za-z0-9]{10}")),
            optionalField("site.icp", LINE),
            optionalField("site.policeRecord", LINE),
            requiredField("site.languages", new KeyedMapType(LANGUAGE)));

    /** An entry of {@code issuers.yaml}, without its names. */
    public static final FieldSet ISSUER = FieldSet.of(
                    optionalField("issuer.number", new ListType(LINE, true)),
                    optionalField("issuer.parent", KeyType.ISSUER))
            .withNames();

    /** An entry of {@code topics.yaml}, without its names. */
    public static final FieldSet TOPIC =
            FieldSet.of(optionalField("topic.parent", KeyType.TOPIC)).withNames();

    /** An entry of {@code kinds.yaml}. */
    public static final FieldSet KIND = FieldSet.NONE.withNames();

    private FieldSchemas() {}

    /** An entry of {@code terms.yaml}: the right terms by language, and the wrong ones. */
    public static FieldSet term(List<Language> languages) {
        List<FieldSpec> fields = new ArrayList<>(termFields(languages, true));
        fields.add(optionalField("term.not", new GroupType(FieldSet.of(termFields(languages, false)))));
        return FieldSet.of(fields);
    }

    private static List<FieldSpec> termFields(List<Language> languages, boolean required) {
        return languages.stream()
                .map(language -> FieldSpec.languageField(language, new ListType(LINE, true), required))
                .toList();
    }

    private static FieldSet relationFields(FieldType list) {
        return FieldSet.of(Arrays.stream(RelationType.values())
                .map(type -> optionalField("relation." + type.field(), list))
                .toList());
    }
}
