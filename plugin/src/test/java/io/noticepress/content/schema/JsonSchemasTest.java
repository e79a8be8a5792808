package io.noticepress.content.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.noticepress.content.MinimalSite;
import io.noticepress.content.ProblemCase;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.schema.FieldType.ChoiceType;
import io.noticepress.content.schema.FieldType.GroupType;
import io.noticepress.content.schema.FieldType.KeyType;
import io.noticepress.content.schema.FieldType.ListType;
import io.noticepress.content.schema.FieldType.PatternType;
import io.noticepress.content.schema.FieldType.ScalarType;
import io.noticepress.content.schema.FieldType.UnionType;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.json.JsonWriter;
import io.noticepress.model.Extent;
import io.noticepress.model.RelationType;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schemas and the readers agree: they come from one table, and a validator that knows neither says so. */
class JsonSchemasTest {
    private static final Path SAMPLES = Path.of("../content");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /**
     * Cases whose mistake is in one field of one file, by the beginning of their names. A mistake that involves another file, the
     * calendar, the end of a title, or the order of dates cannot be seen by a schema.
     */
    private static final List<String> VISIBLE_TO_SCHEMAS = List.of(
            "config-invalid/names",
            "config-invalid/site",
            "invalid-date/",
            "invalid-value/basis",
            "invalid-value/empty",
            "invalid-value/extent",
            "invalid-value/flag",
            "invalid-value/lines",
            "invalid-value/list-for-text",
            "invalid-value/relation",
            "invalid-value/source",
            "invalid-value/state",
            "invalid-value/text-for-list",
            "missing-field/draft",
            "missing-field/empty",
            "missing-field/facts",
            "missing-field/state",
            "unknown-field/",
            "unknown-issuer/name",
            "unknown-relation/",
            "unknown-topic/name");

    @TempDir
    Path folder;

    /** By their text: the cases of the problem codes share a few. */
    private final Map<String, Schema> schemas = new HashMap<>();

    private record SchemaSubject(String path, String schema, String yaml) {}

    @Test
    void everySampleFileIsValid() throws IOException {
        List<String> refused = new ArrayList<>();
        List<Path> sites = new ArrayList<>(List.of(SAMPLES));
        try (Stream<Path> golden = Files.list(GOLDEN)) {
            golden.map(site -> site.resolve("content")).forEach(sites::add);
        }
        for (Path content : sites) {
            Site site = site(content);
            for (SchemaSubject file : schemaSubjects(content)) {
                schemaErrors(site, file)
                        .forEach(complaint -> refused.add(content + "/" + file.path() + ": " + complaint));
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void theSameFilesAreValidAsOtherYamlReadersTakeThem() throws IOException {
        Site site = site(SAMPLES);
        for (SchemaSubject file : schemaSubjects(SAMPLES)) {
            assertThat(schema(site, file.schema()).validate(file.yaml(), InputFormat.YAML))
                    .as(file.path())
                    .isEmpty();
        }
    }

    @Tag("long")
    @Test
    void everyCaseWhoseMistakeASchemaCanSeeIsRefused() throws IOException {
        Site settings = site(folder);
        Set<String> refused = new TreeSet<>();
        Set<String> due = new TreeSet<>();
        for (ProblemCase problemCase : ProblemCase.readAll()) {
            String name = problemCase.toString();
            if (VISIBLE_TO_SCHEMAS.stream().anyMatch(name::startsWith)) {
                due.add(name);
            }
            Path content = problemCase.writeSite(folder.resolve(name));
            if (schemaSubjects(content).stream()
                    .anyMatch(file -> !schemaErrors(settings, file).isEmpty())) {
                refused.add(name);
            }
        }
        assertThat(VISIBLE_TO_SCHEMAS).allMatch(beginning -> due.stream().anyMatch(name -> name.startsWith(beginning)));
        assertThat(refused).containsAll(due);
    }

    @Tag("long")
    @Test
    void whatTheReadersAcceptTheSchemasAccept() {
        Random random = new Random(20300415);
        MinimalSite tiny = new MinimalSite(folder);
        Site site = site(tiny.root);
        Schema schema = schema(site, "edition");
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            boolean translation = random.nextInt(3) == 0;
            String front = new FrontMatterGenerator(random)
                    .randomFrontMatter(translation ? FieldSchemas.TRANSLATION : FieldSchemas.ORIGINAL);
            String path = translation ? MinimalSite.EN : MinimalSite.ZH;
            List<Problem> said = readProblems(site, tiny.root, path, front, translation);
            Value value = YamlParser.parseValue(new YamlText(path, front, 1), new Problems())
                    .orElseThrow(() -> new AssertionError(front));
            if (said.isEmpty()) {
                taken++;
                assertThat(schema.validate(JsonWriter.scriptText(toPlainTree(value)), InputFormat.JSON))
                        .as(front)
                        .isEmpty();
                assertThat(schema.validate(front, InputFormat.YAML)).as(front).isEmpty();
            } else if (!schema.validate(JsonWriter.scriptText(toPlainTree(value)), InputFormat.JSON)
                    .isEmpty()) {
                refused++;
            }
        }
        assertThat(taken).isGreaterThan(300);
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void everyFieldOfTheTableIsKnownToTheReadersAndTheSchemas() {
        MinimalSite tiny = new MinimalSite(folder);
        Site site = site(tiny.root);
        for (FieldSet fieldSet : List.of(FieldSchemas.ORIGINAL, FieldSchemas.TRANSLATION)) {
            for (FieldSpec fieldSpec : fieldSet.specs().values()) {
                String front = new FrontMatterGenerator(new Random(1)).requiredFieldsAnd(fieldSet, fieldSpec);
                String path = fieldSet == FieldSchemas.ORIGINAL ? MinimalSite.ZH : MinimalSite.EN;
                assertThat(readProblems(site, tiny.root, path, front, fieldSet == FieldSchemas.TRANSLATION))
                        .as(front)
                        .noneMatch(problem -> problem.code() == ProblemCode.UNKNOWN_FIELD);
                assertThat(schema(site, "edition").validate(front, InputFormat.YAML))
                        .as(front)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyFieldSaysWhatItIsInBothLanguages() {
        for (FieldSet fieldSet : List.of(
                FieldSchemas.ORIGINAL,
                FieldSchemas.TRANSLATION,
                FieldSchemas.PAGE,
                FieldSchemas.SITE,
                FieldSchemas.ISSUER,
                FieldSchemas.TOPIC,
                FieldSchemas.KIND)) {
            assertDescribed(fieldSet);
        }
    }

    private static void assertDescribed(FieldSet fieldSet) {
        for (FieldSpec fieldSpec : fieldSet.specs().values()) {
            assertThat(fieldSpec.description().zh())
                    .as(fieldSpec.name())
                    .isNotBlank()
                    .matches(".*\\p{IsHan}.*");
            assertThat(fieldSpec.description().en())
                    .as(fieldSpec.name())
                    .isNotBlank()
                    .doesNotMatch(".*\\p{IsHan}.*");
            assertThat(fieldSpec.example().zh()).as(fieldSpec.name()).isNotBlank();
            assertThat(fieldSpec.example().en()).as(fieldSpec.name()).isNotBlank();
            assertDescribed(fieldSpec.nestedFields());
        }
    }

    @Test
    void theWordsOfTheTableAreThoseOfTheModel() {
        assertThat(FieldSchemas.EXTENTS.names())
                .containsExactlyElementsOf(Arrays.stream(Extent.values())
                        .map(extent -> extent.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(FieldSchemas.STATES.names())
                .containsExactlyElementsOf(Arrays.stream(Translation.State.values())
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(FieldSchemas.ORIGINAL.specs().get("relations").nestedFields().names())
                .containsExactlyElementsOf(Arrays.stream(RelationType.values())
                        .map(RelationType::field)
                        .toList());
    }

    @Test
    void aSchemaIsAValidSchemaAndProposesTheKeysOfTheSite() {
        Site site = site(new MinimalSite(folder).root);
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        for (String name : JsonSchemas.NAMES) {
            assertThat(meta.validate(json(site, name), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
        }
        assertThat(json(site, "edition")).contains("\"kx\"", "示例科协 · Example Association", "\"party-building\"");
    }

    private List<Problem> readProblems(Site site, Path root, String path, String front, boolean translation) {
        Problems problems = new Problems();
        MarkdownFile text = MarkdownFile.parse(path, path, "---\n" + front + "---\n", problems);
        if (text.frontMatter().isEmpty()) {
            return problems.sorted();
        }
        Language language = site.languages().get(translation ? 1 : 0);
        NoticeFiles files = new NoticeFiles("2030", "kx-2030-6", List.of(language.key()), List.of("a.txt"));
        problems.addAll(new NoticeReader(ContentFolder.of(root, "content"), site)
                .check(files, language, text.frontMatter().orElseThrow()));
        return problems.sorted();
    }

    private static Site site(Path content) {
        Path root = Files.isRegularFile(content.resolve("site.yaml")) ? content : new MinimalSite(content).root;
        return SiteReader.read(ContentFolder.of(root, "content"), new Problems())
                .orElseThrow();
    }

    private static String json(Site site, String name) {
        return new String(JsonSchemas.of(name, site), StandardCharsets.UTF_8);
    }

    private Schema schema(Site site, String name) {
        return schemas.computeIfAbsent(
                json(site, name),
                text -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(text, InputFormat.JSON));
    }

    private List<String> schemaErrors(Site site, SchemaSubject file) {
        Schema schema = schema(site, file.schema());
        return YamlParser.parseValue(new YamlText(file.path(), file.yaml(), 1), new Problems())
                .map(JsonSchemasTest::toPlainTree)
                .map(tree -> schema.validate(JsonWriter.scriptText(tree), InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList())
                .orElse(List.of());
    }

    /** Every file of a content folder for which there is a schema: of a text, its front matter. */
    private static List<SchemaSubject> schemaSubjects(Path content) throws IOException {
        List<SchemaSubject> found = new ArrayList<>();
        for (String name : List.of("site", "issuers", "topics", "kinds")) {
            Path file = content.resolve(name + ".yaml");
            if (Files.isRegularFile(file)) {
                found.add(new SchemaSubject(name + ".yaml", name, Files.readString(file)));
            }
        }
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md") && Files.isRegularFile(each))
                    .sorted()
                    .toList()) {
                String path = content.relativize(file).toString();
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
                int end = text.indexOf("\n---", 3);
                if (text.startsWith("---\n") && end > 0) {
                    String schema = path.startsWith("pages") ? "page" : "edition";
                    found.add(new SchemaSubject(path, schema, text.substring(4, end + 1)));
                }
            }
        }
        return found;
    }

    private static Object toPlainTree(Value value) {
        if (value instanceof Mapping map) {
            Map<String, Object> tree = new LinkedHashMap<>();
            map.fields().forEach(field -> tree.put(field.name(), toPlainTree(field.value())));
            return tree;
        }
        if (value instanceof Sequence list) {
            return list.values().stream().map(JsonSchemasTest::toPlainTree).toList();
        }
        String text = ((Scalar) value).text();
        return text.isEmpty() ? " " : text; // the writer leaves out what is empty
    }

    /** Writes front matter as it may come, mostly right. */
    private static final class FrontMatterGenerator {
        private static final List<String> ODD_VALUES = List.of(
                "关于印发要点的通知",
                "2030",
                "0123",
                "'no'",
                "\"a: b\"",
                "kx",
                "kjt",
                "party-building",
                "1.50",
                "'null'",
                "\"\"",
                "[a, b]",
                "{a: b}",
                "2030-02-30",
                "2030-04-15",
                "full",
                "'true'",
                "v1 abc",
                "https://example.org/a",
                "a.txt");

        private final Random random;

        FrontMatterGenerator(Random random) {
            this.random = random;
        }

        String randomFrontMatter(FieldSet fieldSet) {
            StringBuilder out = new StringBuilder();
            for (FieldSpec fieldSpec : fieldSet.specs().values()) {
                int chance = fieldSpec.name().equals("translation") ? 100 : fieldSpec.required() ? 97 : 18;
                if (random.nextInt(100) < chance) {
                    out.append(fieldSpec.name())
                            .append(": ")
                            .append(mostlyValidValue(fieldSpec.type()))
                            .append('\n');
                }
            }
            if (random.nextInt(15) == 0) {
                out.append(random.nextBoolean() ? "colour: red\n" : "cites: [a]\n");
            }
            return out.isEmpty() ? "title: a\n" : out.toString();
        }

        /** What is due, and one more field. */
        String requiredFieldsAnd(FieldSet fieldSet, FieldSpec also) {
            StringBuilder out = new StringBuilder();
            for (FieldSpec fieldSpec : fieldSet.specs().values()) {
                if (fieldSpec.required() || fieldSpec == also) {
                    out.append(fieldSpec.name())
                            .append(": ")
                            .append(validValue(fieldSpec.type()))
                            .append('\n');
                }
            }
            return out.toString();
        }

        private String mostlyValidValue(FieldType fieldType) {
            return random.nextInt(30) == 0 ? ODD_VALUES.get(random.nextInt(ODD_VALUES.size())) : validValue(fieldType);
        }

        private String validValue(FieldType fieldType) {
            if (fieldType instanceof ScalarType scalarType) {
                return switch (scalarType) {
                    case LINE, PROSE ->
                        pick("关于印发《要点》的通知", "2030", "3.10", "\"no\"", "\"true\"", "\"x # y\"", "0x1F", "示例科协发〔2030〕6号");
                    case DATE -> pick("2030-04-15", "2030-12-31", "2030-05-01");
                    case BOOLEAN -> pick("true", "false", "\"true\"");
                    case COUNT -> "50";
                };
            }
            if (fieldType instanceof KeyType keyType) {
                return switch (keyType) {
                    case ISSUER -> "kx";
                    case TOPIC -> "party-building";
                    case KIND -> pick("通知", "tongzhi", "Notice");
                    case NOTICE -> pick("kx-2029-1", "2029", "1e5");
                    default -> "zh";
                };
            }
            if (fieldType instanceof ChoiceType choiceType) {
                return choiceType.names().get(random.nextInt(choiceType.names().size()));
            }
            if (fieldType instanceof PatternType patternType) {
                return Stream.of("v1 abc_-9", "https://example.org/a", "0".repeat(64), "ab".repeat(32), "0123456789")
                        .filter(patternType::matches)
                        .findFirst()
                        .orElseThrow();
            }
            if (fieldType instanceof ListType listType) {
                return listType.allowsSingle() && random.nextBoolean()
                        ? validValue(listType.item())
                        : "[" + mostlyValidValue(listType.item()) + "]";
            }
            if (fieldType instanceof UnionType unionType) {
                return random.nextBoolean() ? validValue(unionType.first()) : validValue(unionType.second());
            }
            StringBuilder out = new StringBuilder("{");
            for (FieldSpec fieldSpec : ((GroupType) fieldType).fields().specs().values()) {
                if (fieldSpec.required() || random.nextBoolean()) {
                    out.append(out.length() > 1 ? ", " : "")
                            .append(fieldSpec.name())
                            .append(": ");
                    out.append(fieldSpec.name().equals("file") ? "a.txt" : mostlyValidValue(fieldSpec.type()));
                }
            }
            return out.append('}').toString();
        }

        private String pick(String... words) {
            return words[random.nextInt(words.length)];
        }
    }
}
