package io.noticepress.content.settings;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Slug;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.schema.FieldSet;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code issuers.yaml}, {@code topics.yaml} and {@code kinds.yaml}, whose entries are like
 * {@code kx: {zh: 示例科协, en: Example Association}}, and {@code terms.yaml}.
 */
public final class TaxonomyReader {
    private static final String TERMS_FILE = "terms.yaml";
    private static final String NOT_FIELD = "not";

    private final ContentFolder folder;
    private final List<Language> languages;
    private final Problems problems;
    private final List<Digest> digests = new ArrayList<>();

    /** A reader for a site with these languages. */
    public TaxonomyReader(ContentFolder folder, List<Language> languages, Problems problems) {
        this.folder = folder;
        this.languages = languages;
        this.problems = problems;
    }

    /** The digests of the files read so far, in the order of reading. */
    List<Digest> digests() {
        return digests;
    }

    /** The issuers by key; empty if the file cannot be read. */
    Optional<Map<String, Issuer>> issuers() {
        return readEntries("issuers.yaml", FieldSchemas.ISSUER, true).map(entries -> {
            Map<String, Optional<String>> parents = parents(entries);
            Map<String, Issuer> issuers = new LinkedHashMap<>();
            entries.forEach((key, taxonomyEntry) -> {
                List<String> prefixes = taxonomyEntry.fields().textsOrOne("number").stream()
                        .map(Scalar::text)
                        .toList();
                issuers.put(key, new Issuer(key, taxonomyEntry.name(), prefixes, parents.get(key)));
            });
            return issuers;
        });
    }

    /** The topics by key; empty if the file cannot be read. */
    Optional<Map<String, Topic>> topics() {
        return readEntries("topics.yaml", FieldSchemas.TOPIC, true).map(entries -> {
            Map<String, Optional<String>> parents = parents(entries);
            Map<String, Topic> topics = new LinkedHashMap<>();
            entries.forEach(
                    (key, taxonomyEntry) -> topics.put(key, new Topic(key, taxonomyEntry.name(), parents.get(key))));
            return topics;
        });
    }

    /** The kinds by code: the built-in ones, then those of {@code kinds.yaml}, which can also rename a built-in one. */
    Optional<Map<String, DocumentKind>> kinds() {
        Map<String, DocumentKind> kinds = new LinkedHashMap<>(DocumentKind.builtIn(languages));
        return readEntries("kinds.yaml", FieldSchemas.KIND, false).map(entries -> {
            entries.forEach((key, taxonomyEntry) -> kinds.put(key, new DocumentKind(key, taxonomyEntry.name())));
            return kinds;
        });
    }

    /**
     * The terms of {@code terms.yaml}, if there is one, as a list or under keys: {@code {zh: 党建, en: Party building}}. A language
     * may have several forms, the preferred one first; {@code not: {en: Party construction}} lists wrong ones. Its digest is not
     * among {@link #digests()}, because no page shows terms.
     */
    public List<AgreedTerm> terms() {
        if (!folder.hasFile(TERMS_FILE)) {
            return List.of();
        }
        List<AgreedTerm> terms = new ArrayList<>();
        SettingsFile.read(folder, TERMS_FILE, problems).value().ifPresent(value -> {
            FieldReader fieldReader =
                    FieldReader.ofSettings(new Mapping(List.of(), value.at(), value.width()), FieldSet.NONE, problems);
            List<Value> entries = value instanceof Sequence list
                    ? list.values()
                    : value instanceof Mapping map
                            ? map.fields().stream().map(Field::value).toList()
                            : List.of(value);
            entries.forEach(entry -> readTerm(fieldReader, entry).ifPresent(terms::add));
        });
        return terms;
    }

    private Optional<AgreedTerm> readTerm(FieldReader fieldReader, Value entry) {
        if (!(entry instanceof Mapping fields)) {
            fieldReader.reportInvalid(
                    entry,
                    Message.of("术语应按语言写出", "a term is required in each language"),
                    Message.of("写成 {0}", "write {0}", example()));
            return Optional.empty();
        }
        FieldReader term = fieldReader.nested(fields, FieldSchemas.term(languages));
        UnknownFieldCheck.check(term);
        List<String> absent =
                languageKeys().stream().filter(key -> !term.has(key)).toList();
        if (!absent.isEmpty()) {
            fieldReader.reportInvalid(
                    fields,
                    Message.of("这个术语缺少 {0} 的写法", "this term has no text in {0}", Message.list(absent)),
                    Message.of(
                            "加上 {0}",
                            "add {0}",
                            String.join(
                                    ", ",
                                    absent.stream().map(key -> key + ": …").toList())));
        }
        Map<String, List<String>> forbidden = new LinkedHashMap<>();
        term.map(NOT_FIELD).ifPresent(forms -> forbidden.putAll(termForms(forms)));
        return Optional.of(
                new AgreedTerm(termForms(term), forbidden, AgreedTerm.TermStrictness.SAME_BLOCK, TERMS_FILE));
    }

    private Map<String, List<String>> termForms(FieldReader fieldReader) {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        languageKeys()
                .forEach(key -> forms.put(
                        key,
                        fieldReader.textsOrOne(key).stream().map(Scalar::text).toList()));
        return forms;
    }

    private record TaxonomyEntry(Scalar key, LocalizedText name, FieldReader fields) {}

    private Optional<Map<String, TaxonomyEntry>> readEntries(String file, FieldSet fieldSet, boolean required) {
        if (!folder.hasFile(file)) {
            if (required) {
                problems.add(
                        ProblemCode.CONFIG_INVALID,
                        folder.displayPath(file),
                        Message.of("缺少 {0}", "{0} is missing", file),
                        Message.of("建立这个文件，每行一个：代码: {0}", "create it, with one line per entry: key: {0}", example()));
            }
            return Optional.of(new LinkedHashMap<>());
        }
        Optional<Value> value = readSettings(file);
        Optional<FieldReader> fields = new SettingsFile(value, Digest.of("")).fieldReader(FieldSet.NONE, problems);
        return fields.map(found -> {
            Map<String, TaxonomyEntry> entries = new LinkedHashMap<>();
            for (Field field : found.mapping().fields()) {
                readEntry(found, field, fieldSet).ifPresent(taxonomyEntry -> entries.put(field.name(), taxonomyEntry));
            }
            return entries;
        });
    }

    private Optional<Value> readSettings(String file) {
        SettingsFile settings = SettingsFile.read(folder, file, problems);
        digests.add(settings.digest());
        return settings.value();
    }

    private Optional<TaxonomyEntry> readEntry(FieldReader file, Field field, FieldSet fieldSet) {
        Slug.fault(field.name()).ifPresent(fault -> file.reportInvalid(field.key(), fault, Slug.mend(field.name())));
        if (!(field.value() instanceof Mapping map)) {
            file.reportInvalid(
                    field.value(),
                    Message.of("“{0}”应按语言写出名称", "\"{0}\" needs a name in each language", field.name()),
                    Message.of("写成 {0}: {1}", "write {0}: {1}", field.name(), example()));
            return Optional.empty();
        }
        FieldReader fieldReader = file.nested(map, fieldSet.withLanguages(languages));
        UnknownFieldCheck.check(fieldReader);
        return Optional.of(new TaxonomyEntry(
                field.key(), SettingsFile.localized(fieldReader, field.key(), languages), fieldReader));
    }

    private Map<String, Optional<String>> parents(Map<String, TaxonomyEntry> entries) {
        Map<String, Scalar> parentOf = new LinkedHashMap<>();
        entries.forEach((key, taxonomyEntry) -> taxonomyEntry
                .fields()
                .textUnlessTodo("parent")
                .ifPresent(parent -> {
                    if (entries.containsKey(parent.text())) {
                        parentOf.put(key, parent);
                    } else {
                        taxonomyEntry
                                .fields()
                                .reportInvalid(
                                        parent,
                                        Message.of("没有“{0}”这个上级", "unknown parent \"{0}\"", parent.text()),
                                        Message.of(
                                                "改成 {0} 之一",
                                                "write one of {0}",
                                                Suggestions.oneOf(parent.text(), entries.keySet())));
                    }
                }));
        Map<String, Optional<String>> parents = new LinkedHashMap<>();
        for (String key : entries.keySet()) {
            Scalar parent = parentOf.get(key);
            if (parent != null && isCyclic(key, parentOf)) {
                entries.get(key)
                        .fields()
                        .reportInvalid(
                                parent,
                                Message.of("“{0}”成了自己的上级", "\"{0}\" is its own ancestor", key),
                                Message.of("改正其中一个 parent", "correct one of the parents in the cycle"));
                parents.put(key, Optional.empty());
            } else {
                parents.put(key, Optional.ofNullable(parent).map(Scalar::text));
            }
        }
        return parents;
    }

    private static boolean isCyclic(String key, Map<String, Scalar> parents) {
        Set<String> seen = new HashSet<>();
        String at = key;
        while (parents.containsKey(at) && seen.add(at)) {
            at = parents.get(at).text();
            if (at.equals(key)) {
                return true;
            }
        }
        return false;
    }

    private List<String> languageKeys() {
        return languages.stream().map(Language::key).toList();
    }

    private String example() {
        return "{"
                + String.join(
                        ", ", languageKeys().stream().map(key -> key + ": …").toList()) + "}";
    }
}
