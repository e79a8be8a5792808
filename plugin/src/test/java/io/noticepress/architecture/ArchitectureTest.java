package io.noticepress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house. None of them has a list of exceptions. */
class ArchitectureTest {
    private static final Path SOURCE_ROOT = Path.of("src/main/java/io/noticepress");
    private static final Path README = Path.of("../README.md");

    /** A room imports lower floors only; neighbours do not import each other. */
    private static final Map<String, Integer> LAYERS = Map.ofEntries(
            Map.entry("model", 0),
            Map.entry("problem", 0),
            Map.entry("extract", 1),
            Map.entry("json", 1),
            Map.entry("markdown", 1),
            Map.entry("store", 1),
            Map.entry("yaml", 1),
            Map.entry("content", 2),
            Map.entry("catalog", 3),
            Map.entry("translation", 3),
            Map.entry("plan", 4),
            Map.entry("importer", 5),
            Map.entry("output", 5),
            Map.entry("render", 5),
            Map.entry("search", 5),
            Map.entry("report", 6),
            Map.entry("pipeline", 7),
            Map.entry("preview", 8),
            Map.entry("scaffold", 8),
            Map.entry("mojo", 9));

    /** Packages that only one room may name. */
    private static final Map<String, String> LIBRARY_OWNERS = Map.ofEntries(
            Map.entry("com.fasterxml.jackson", "json"),
            Map.entry("org.yaml.snakeyaml", "yaml"),
            Map.entry("com.vladsch.flexmark", "markdown"),
            Map.entry("org.owasp.html", "markdown"),
            Map.entry("freemarker", "render"),
            Map.entry("java.util.concurrent.Executor", "pipeline"),
            Map.entry("com.sun.net.httpserver", "preview"),
            Map.entry("io.methvin.watcher", "preview"),
            Map.entry("org.apache.maven", "mojo"),
            Map.entry("org.eclipse.aether", "mojo"),
            Map.entry("org.apache.poi", "extract"),
            Map.entry("org.apache.pdfbox", "extract"));

    @Test
    void everyPackageHasALayer() throws IOException {
        try (Stream<Path> rooms = Files.list(SOURCE_ROOT)) {
            assertThat(rooms.map(room -> room.getFileName().toString())).hasSameElementsAs(LAYERS.keySet());
        }
    }

    @Test
    void aPackageImportsLowerLayersOnly() {
        Pattern imported = Pattern.compile("\\bio\\.noticepress\\.([a-z]+)\\b");
        List<String> climbing = new ArrayList<>();
        sources().forEach((file, text) -> {
            String room = topPackageOf(file);
            Matcher matcher = imported.matcher(withoutComments(text));
            while (matcher.find()) {
                String other = matcher.group(1);
                if (!other.equals(room) && LAYERS.get(other) >= LAYERS.get(room)) {
                    climbing.add(file + " -> " + other);
                }
            }
        });
        assertThat(climbing).isEmpty();
    }

    @Test
    void everyLibraryIsUsedByOnePackage() {
        List<String> trespassing = new ArrayList<>();
        sources()
                .forEach((file, text) -> LIBRARY_OWNERS.forEach((library, owner) -> {
                    if (!topPackageOf(file).equals(owner)
                            && Pattern.compile("\\b" + Pattern.quote(library))
                                    .matcher(withoutComments(text))
                                    .find()) {
                        trespassing.add(file + " -> " + library);
                    }
                }));
        assertThat(trespassing).isEmpty();
    }

    @Test
    void theModelImportsTheJdkOnly() {
        sources().forEach((file, text) -> {
            if (topPackageOf(file).equals("model")) {
                assertThat(withoutComments(text).lines().filter(line -> line.startsWith("import ")))
                        .as(file.toString())
                        .allMatch(line -> line.matches("import (static )?(java|io\\.noticepress\\.model)\\..*"));
            }
        });
    }

    @Test
    void everyPackageHasTheSameCaptionInTheReadme() throws IOException {
        String readme = Files.readString(README);
        for (String room : LAYERS.keySet()) {
            String caption = Files.readString(SOURCE_ROOT.resolve(room).resolve("package-info.java"));
            Matcher first = Pattern.compile("/\\*\\*\\s*(.*?\\.)(\\s|\\*/)", Pattern.DOTALL)
                    .matcher(caption);
            assertThat(first.find()).as("caption of " + room).isTrue();
            String sentence = first.group(1).replaceAll("\\s*\\n \\*\\s*", " ");
            assertThat(readme).contains("| `" + room + "` | " + sentence + " |");
        }
    }

    @Test
    void nothingDependsOnTheMachine() {
        Map<String, String> forbidden = new HashMap<>();
        forbidden.put("the default locale", "Locale\\.getDefault|\\.toLowerCase\\(\\)|\\.toUpperCase\\(\\)");
        forbidden.put(
                "a format without locale",
                "String\\.format\\(\"|\\.formatted\\(|DateTimeFormatter\\.ofPattern\\(\"[^\"]*\"\\)");
        forbidden.put("the default zone", "ZoneId\\.systemDefault|TimeZone\\.getDefault");
        forbidden.put("the clock", "LocalDate\\.now|Instant\\.now|LocalDateTime\\.now|currentTimeMillis|new Date\\(");
        forbidden.put(
                "the default charset", "Charset\\.defaultCharset|\\.getBytes\\(\\)|new FileReader|new FileWriter");
        forbidden.put("the standard streams", "System\\.(out|err|in)\\b|printStackTrace");
        forbidden.put("the environment", "System\\.getenv");
        forbidden.put("the line separator", "lineSeparator\\(|%n");
        forbidden.put("chance", "Math\\.random|new Random\\(\\)");
        List<String> found = new ArrayList<>();
        sources()
                .forEach((file, text) -> forbidden.forEach((what, pattern) -> {
                    if (Pattern.compile(pattern).matcher(withoutComments(text)).find()) {
                        found.add(file + ": " + what);
                    }
                }));
        assertThat(found).isEmpty();
    }

    @Test
    void thereIsNoStaticMutableState() {
        Pattern field = Pattern.compile(
                "(?m)^ {4}(?:private |public |protected )?static (?!final )[\\w<>\\[\\], ]+ \\w+( =.*)?;");
        sources()
                .forEach((file, text) -> assertThat(
                                field.matcher(withoutComments(text)).find())
                        .as(file.toString())
                        .isFalse());
    }

    @Test
    void everyPublicTypeHasJavadoc() {
        Pattern annotation = Pattern.compile("(?m)^@\\w+(\\([^)]*\\))?\\n");
        Pattern bare = Pattern.compile(
                "(?<!\\*/)\\npublic (?:final |abstract |sealed |non-sealed )*(?:class|record|enum|interface) ");
        List<String> silent = new ArrayList<>();
        sources().forEach((file, text) -> {
            if (bare.matcher(annotation.matcher(text).replaceAll("")).find()) {
                silent.add(file.toString());
            }
        });
        assertThat(silent).isEmpty();
    }

    private static String topPackageOf(Path file) {
        return SOURCE_ROOT.relativize(file).getName(0).toString();
    }

    /** A source without its comments. */
    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
    }

    private static Map<Path, String> sources() {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCE_ROOT)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
