package io.noticepress.house;

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
class HouseTest {
    private static final Path MAIN = Path.of("src/main/java/io/noticepress");
    private static final Path README = Path.of("../README.md");

    /** A room imports lower floors only; neighbours do not import each other. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("problem", 0),
            Map.entry("model", 0),
            Map.entry("extract", 1),
            Map.entry("intake", 3),
            Map.entry("json", 1),
            Map.entry("yaml", 1),
            Map.entry("markdown", 1),
            Map.entry("wording", 1),
            Map.entry("content", 2),
            Map.entry("catalog", 3),
            Map.entry("plan", 4),
            Map.entry("theme", 5),
            Map.entry("search", 5),
            Map.entry("output", 5),
            Map.entry("build", 6),
            Map.entry("preview", 7),
            Map.entry("desk", 7),
            Map.entry("mojo", 8));

    /** Packages that only one room may name. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("com.fasterxml.jackson", "json"),
            Map.entry("org.yaml.snakeyaml", "yaml"),
            Map.entry("com.vladsch.flexmark", "markdown"),
            Map.entry("org.owasp.html", "markdown"),
            Map.entry("freemarker", "theme"),
            Map.entry("java.util.concurrent.Executor", "build"),
            Map.entry("com.sun.net.httpserver", "preview"),
            Map.entry("io.methvin.watcher", "preview"),
            Map.entry("org.apache.maven", "mojo"),
            Map.entry("org.eclipse.aether", "mojo"),
            Map.entry("org.apache.poi", "extract"),
            Map.entry("org.apache.pdfbox", "extract"));

    @Test
    void everyRoomStandsOnAFloor() throws IOException {
        try (Stream<Path> rooms = Files.list(MAIN)) {
            assertThat(rooms.map(room -> room.getFileName().toString())).hasSameElementsAs(FLOORS.keySet());
        }
    }

    @Test
    void aRoomImportsLowerFloorsOnly() {
        Pattern imported = Pattern.compile("\\bio\\.noticepress\\.([a-z]+)\\b");
        List<String> climbing = new ArrayList<>();
        sources().forEach((file, text) -> {
            String room = room(file);
            Matcher matcher = imported.matcher(code(text));
            while (matcher.find()) {
                String other = matcher.group(1);
                if (!other.equals(room) && FLOORS.get(other) >= FLOORS.get(room)) {
                    climbing.add(file + " -> " + other);
                }
            }
        });
        assertThat(climbing).isEmpty();
    }

    @Test
    void everyLibraryHasOneOwner() {
        List<String> trespassing = new ArrayList<>();
        sources()
                .forEach((file, text) -> OWNERS.forEach((library, owner) -> {
                    if (!room(file).equals(owner)
                            && Pattern.compile("\\b" + Pattern.quote(library))
                                    .matcher(code(text))
                                    .find()) {
                        trespassing.add(file + " -> " + library);
                    }
                }));
        assertThat(trespassing).isEmpty();
    }

    @Test
    void theModelImportsTheJdkOnly() {
        sources().forEach((file, text) -> {
            if (room(file).equals("model")) {
                assertThat(code(text).lines().filter(line -> line.startsWith("import ")))
                        .as(file.toString())
                        .allMatch(line -> line.startsWith("import java.") || line.startsWith("import static java."));
            }
        });
    }

    @Test
    void everyRoomHasItsCaptionAlsoInTheReadme() throws IOException {
        String readme = Files.readString(README);
        for (String room : FLOORS.keySet()) {
            String caption = Files.readString(MAIN.resolve(room).resolve("package-info.java"));
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
                    if (Pattern.compile(pattern).matcher(code(text)).find()) {
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
                .forEach((file, text) -> assertThat(field.matcher(code(text)).find())
                        .as(file.toString())
                        .isFalse());
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
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

    private static String room(Path file) {
        return MAIN.relativize(file).getName(0).toString();
    }

    /** A source without its comments. */
    private static String code(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
    }

    private static Map<Path, String> sources() {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
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
