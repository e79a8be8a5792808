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

    @Test
    void everySampleFileIsValid() throws IOException {
        List<String> refused = new ArrayList<>();
        List<Path> sites = new ArrayList<>(List.of(SAMPLES));
        try (Stream<Path> golden = Files.list(GOLDEN)) {
            golden.map(site -> site.resolve("content")).forEach(sites::add);
        }
        for (Path content : sites) {
            Site site = site(content);
            for (SchemaSubject file : SchemaSubject.allIn(content)) {
                schemaErrors(site, file)
                        .forEach(complaint -> refused.add(content + "/" + file.path() + ": " + complaint));
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void theSameFilesAreValidAsOtherYamlReadersTakeThem() throws IOException {
        Site site = site(SAMPLES);
        for (SchemaSubject file : SchemaSubject.allIn(SAMPLES)) {
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
            if (SchemaSubject.allIn(content).stream()
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
}
