package io.noticepress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Layers of the packages, owners of the libraries, and what no class of the plugin may use. There is no list of exceptions. */
class ArchitectureTest {
    /** A package and its sub-packages import only packages of lower layers; those of one layer do not import each other. */
    static final Map<String, Integer> LAYERS = Map.ofEntries(
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

    /** Libraries, or parts of the JDK, that only one package and its sub-packages use. */
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

    /** What depends on the machine or on chance, as regular expressions. */
    private static final Map<String, String> MACHINE_DEPENDENT = machineDependent();

    private static Map<String, String> machineDependent() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("the default locale", "Locale\\.getDefault|\\.toLowerCase\\(\\)|\\.toUpperCase\\(\\)");
        patterns.put(
                "a format without locale",
                "String\\.format\\(\"|\\.formatted\\(|DateTimeFormatter\\.ofPattern\\(\"[^\"]*\"\\)");
        patterns.put("the default zone", "ZoneId\\.systemDefault|TimeZone\\.getDefault");
        patterns.put("the clock", "LocalDate\\.now|Instant\\.now|LocalDateTime\\.now|currentTimeMillis|new Date\\(");
        patterns.put("the default charset", "Charset\\.defaultCharset|\\.getBytes\\(\\)|new FileReader|new FileWriter");
        patterns.put("the standard streams", "System\\.(out|err|in)\\b|printStackTrace");
        patterns.put("the environment", "System\\.getenv");
        patterns.put("the line separator", "lineSeparator\\(|%n");
        patterns.put("chance", "Math\\.random|new Random\\(\\)");
        return patterns;
    }

    @Test
    void everyPackageHasALayer() {
        Set<String> packages =
                JavaFile.MAIN.stream().map(JavaFile::topPackage).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isEqualTo(new TreeSet<>(LAYERS.keySet()));
    }

    @Test
    void aPackageImportsLowerLayersOnly() {
        Pattern imported = Pattern.compile("\\bio\\.noticepress\\.([a-z]+)\\b");
        Set<String> violations = new TreeSet<>();
        for (JavaFile file : JavaFile.MAIN) {
            String own = file.topPackage();
            Matcher matcher = imported.matcher(file.code());
            while (matcher.find()) {
                String other = matcher.group(1);
                if (!other.equals(own) && LAYERS.get(other) >= LAYERS.get(own)) {
                    violations.add(file.path() + " -> " + other);
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyLibraryIsUsedByOnePackage() {
        Map<String, Predicate<String>> uses = new TreeMap<>();
        LIBRARY_OWNERS
                .keySet()
                .forEach(library -> uses.put(
                        library, Pattern.compile("\\b" + Pattern.quote(library)).asPredicate()));
        Set<String> violations = new TreeSet<>();
        for (JavaFile file : JavaFile.MAIN) {
            uses.forEach((library, isUsedIn) -> {
                if (!file.topPackage().equals(LIBRARY_OWNERS.get(library))
                        && file.code().contains(library)
                        && isUsedIn.test(file.code())) {
                    violations.add(file.path() + " -> " + library);
                }
            });
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void theModelImportsTheJdkOnly() {
        assertImports("model", "java", "io\\.noticepress\\.model");
    }

    @Test
    void theStoreImportsTheModelOnly() {
        assertImports("store", "java", "io\\.noticepress\\.(model|store)");
    }

    private static void assertImports(String topPackage, String... allowedPrefixes) {
        String allowed =
                "import (static )?(org\\.jspecify\\.annotations|" + String.join("|", allowedPrefixes) + ")\\..*";
        assertThat(JavaFile.MAIN)
                .filteredOn(file -> file.topPackage().equals(topPackage))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.code().lines().filter(line -> line.startsWith("import ")))
                        .as(file.path().toString())
                        .allMatch(line -> line.matches(allowed)));
    }

    @Test
    void nothingDependsOnTheMachine() {
        Set<String> violations = new TreeSet<>();
        MACHINE_DEPENDENT.forEach((what, expression) -> {
            Pattern pattern = Pattern.compile(expression);
            for (JavaFile file : JavaFile.MAIN) {
                if (pattern.matcher(file.code()).find()) {
                    violations.add(file.path() + ": " + what);
                }
            }
        });
        assertThat(violations).isEmpty();
    }

    @Test
    void thereIsNoStaticMutableState() {
        Predicate<String> field = Pattern.compile(
                        "^ {4}(?:private |public |protected )?static (?!final )[\\w<>\\[\\], ]+ \\w+( =.*)?;")
                .asPredicate();
        assertThat(JavaFile.MAIN)
                .allSatisfy(file -> assertThat(file.code().lines().filter(field))
                        .as(file.path().toString())
                        .isEmpty());
    }

    @Test
    void everyPublicTypeHasJavadoc() {
        Pattern annotation = Pattern.compile("(?m)^@\\w+(\\([^)]*\\))?\\n");
        Pattern undocumented = Pattern.compile(
                "(?<!\\*/)\\npublic (?:final |abstract |sealed |non-sealed )*(?:class|record|enum|interface) ");
        List<String> violations = JavaFile.MAIN.stream()
                .filter(file -> undocumented
                        .matcher(annotation.matcher(file.text()).replaceAll(""))
                        .find())
                .map(file -> file.path().toString())
                .toList();
        assertThat(violations).isEmpty();
    }
}
