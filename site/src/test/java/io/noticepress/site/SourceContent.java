package io.noticepress.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The content, read independently of the generator's code: settings, file names, front matter, bodies. */
public final class SourceContent {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SourceContent HERE = new SourceContent(Path.of(System.getProperty("content")));

    private final JsonNode settings;
    private final JsonNode issuers;
    private final JsonNode topics;
    private final Map<String, String> languages;
    private final List<SourceNotice> notices;
    private final List<SourceEdition> texts;

    private SourceContent(Path content) {
        this.settings = yaml(read(content.resolve("site.yaml")));
        this.issuers = yaml(read(content.resolve("issuers.yaml")));
        this.topics = yaml(read(content.resolve("topics.yaml")));
        this.languages = new LinkedHashMap<>();
        settings.path("languages")
                .properties()
                .forEach(entry -> languages.put(
                        entry.getKey(), entry.getValue().path("tag").asText()));
        this.notices = notices(content.resolve("notices"));
        this.texts = editions(content.resolve("pages"));
    }

    /**
     * A Markdown file.
     *
     * @param name its name without language: {@code work-points-2030}
     * @param language the language's key: {@code zh}
     * @param body the Markdown after the front matter
     */
    record SourceEdition(String name, String language, JsonNode facts, String body) {
        boolean isOriginal() {
            return !facts.has("translation");
        }
    }

    /** A notice that is not a draft, with the front matter of its original. */
    record SourceNotice(String slug, JsonNode facts, SourceEdition original, Map<String, SourceEdition> editions) {
        String issued() {
            return facts.path("issued").asText();
        }

        /** The date by which feeds are sorted: published, otherwise issued. */
        String feedDate() {
            return facts.path("published").asText(issued());
        }

        String year() {
            return issued().substring(0, 4);
        }

        List<String> issuers() {
            return values(facts.path("issuer"));
        }

        List<String> topics() {
            return values(facts.path("topics"));
        }
    }

    static SourceContent current() {
        return HERE;
    }

    /** The path of the base URL, with leading and trailing slash. */
    public String basePath() {
        String path = URI.create(baseUrl()).getPath();
        return path.endsWith("/") ? path : path + "/";
    }

    /** Scheme and host of the base URL. */
    String origin() {
        URI uri = URI.create(baseUrl());
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private String baseUrl() {
        return settings.path("baseUrl").asText();
    }

    String timeZone() {
        return settings.path("timeZone").asText("Asia/Shanghai");
    }

    int pageSize() {
        return settings.path("pageSize").asInt(50);
    }

    /** Language tags by key, the default language first: {@code zh → zh-CN}. */
    public Map<String, String> languages() {
        return languages;
    }

    /** The title of the site in a language. */
    String title(String language) {
        return settings.path("languages").path(language).path("title").asText();
    }

    /** All notices in list order: latest issued first, then by slug. */
    List<SourceNotice> notices() {
        return notices;
    }

    /** The pages that are not notices. */
    List<SourceEdition> plainPages() {
        return texts;
    }

    /** The notices of an issuer and of the issuers below it. */
    List<SourceNotice> issuedBy(String issuer) {
        return notices.stream()
                .filter(sourceNotice -> sourceNotice.issuers().stream()
                        .anyMatch(key -> keyAndAncestors(issuers, key).contains(issuer)))
                .toList();
    }

    /** The notices of a topic and of the topics below it. */
    List<SourceNotice> about(String topic) {
        return notices.stream()
                .filter(sourceNotice -> sourceNotice.topics().stream()
                        .anyMatch(key -> keyAndAncestors(topics, key).contains(topic)))
                .toList();
    }

    Set<String> issuers() {
        return keys(issuers);
    }

    Set<String> topics() {
        return keys(topics);
    }

    private static Set<String> keys(JsonNode names) {
        Set<String> keys = new LinkedHashSet<>();
        names.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** A key and the keys of its ancestors. */
    private static Set<String> keyAndAncestors(JsonNode names, String key) {
        Set<String> lineage = new LinkedHashSet<>();
        for (String above = key; !above.isEmpty() && lineage.add(above); ) {
            above = names.path(above).path("parent").asText("");
        }
        return lineage;
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asText()));
        } else if (node.isValueNode()) {
            values.add(node.asText());
        }
        return values;
    }

    private static List<SourceNotice> notices(Path folder) {
        Map<String, Map<String, SourceEdition>> bySlug = new TreeMap<>();
        editions(folder)
                .forEach(sourceEdition -> bySlug.computeIfAbsent(sourceEdition.name(), slug -> new LinkedHashMap<>())
                        .put(sourceEdition.language(), sourceEdition));
        List<SourceNotice> notices = new ArrayList<>();
        bySlug.forEach((slug, editions) -> {
            SourceEdition original = editions.values().stream()
                    .filter(SourceEdition::isOriginal)
                    .findFirst()
                    .orElseThrow();
            if (!original.facts().path("draft").asBoolean(false)) {
                notices.add(new SourceNotice(slug, original.facts(), original, editions));
            }
        });
        notices.sort(Comparator.comparing(SourceNotice::issued).reversed().thenComparing(SourceNotice::slug));
        return List.copyOf(notices);
    }

    private static List<SourceEdition> editions(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .map(SourceContent::edition)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceEdition edition(Path file) {
        String[] name = file.getFileName().toString().split("\\.");
        String[] parts = read(file).split("(?m)^---$\\R?", 3);
        return new SourceEdition(name[0], name[1], yaml(parts[1]), parts[2]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
