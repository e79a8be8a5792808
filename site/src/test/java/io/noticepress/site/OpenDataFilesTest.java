package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The open data conform to their schemas, are complete and contain each notice once. */
class OpenDataFilesTest {
    private static final String SCHEMA = "data/schema/notices.json";

    private final BuiltSite site = BuiltSite.current();

    @Test
    void everyYearIsValidAgainstThePublishedSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(site.text(SCHEMA), InputFormat.JSON);
        FailureCollector failureCollector = new FailureCollector();
        for (String file : years()) {
            failureCollector.checkEqual(
                    schema.validate(
                                    site.text(file),
                                    InputFormat.JSON,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                            .toString(),
                    "[]",
                    file,
                    "what the schema says");
            failureCollector.checkEqual(site.json(file).path("$schema").asText(), site.url(SCHEMA), file, "$schema");
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void everyYearIsThere() {
        TreeSet<String> years = new TreeSet<>();
        site.sources().notices().forEach(sourceNotice -> years.add("data/notices-" + sourceNotice.year() + ".json"));
        assertThat(years()).containsExactlyElementsOf(years);
        for (String file : years()) {
            assertThat(file).contains("-" + site.json(file).path("year").asText() + ".");
        }
    }

    @Test
    void everyNoticeIsThereOnceAndNewestFirst() {
        for (String file : years()) {
            List<String> expected = site.sources().notices().stream()
                    .filter(sourceNotice -> file.contains(sourceNotice.year()))
                    .map(SourceContent.SourceNotice::slug)
                    .toList();
            assertThat(site.json(file).path("notices"))
                    .as(file)
                    .extracting(data -> data.path("slug").asText())
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void relationsHaveTwoEnds() {
        FailureCollector failureCollector = new FailureCollector();
        for (JsonNode data : site.records()) {
            String slug = data.path("slug").asText();
            data.path("relations")
                    .properties()
                    .forEach(relation -> relation.getValue().forEach(other -> {
                        if (other.has("slug")) {
                            JsonNode end = record(other.path("slug").asText())
                                    .path("incoming")
                                    .path(relation.getKey());
                            boolean known = false;
                            for (JsonNode back : end) {
                                known |= back.asText().equals(slug);
                            }
                            failureCollector.check(
                                    known, slug, relation.getKey() + " is not known to " + other.path("slug"));
                        }
                    }));
        }
        failureCollector.assertNoFailures();
    }

    private JsonNode record(String slug) {
        return site.records().stream()
                .filter(data -> data.path("slug").asText().equals(slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError(slug + " is not in the data"));
    }

    private List<String> years() {
        return site.files("data/notices-.*");
    }
}
