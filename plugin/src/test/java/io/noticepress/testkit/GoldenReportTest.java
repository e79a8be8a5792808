package io.noticepress.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenReportTest {
    private static final Path GOLDEN = Path.of("golden/site");

    @TempDir(factory = InMemoryTempDir.class)
    Path folder;

    private Path file;
    private GoldenReport goldenReport;

    @BeforeEach
    void aReport() throws IOException {
        file = folder.resolve("target/golden-report.html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a report of an earlier run");
        goldenReport = new GoldenReport(file);
    }

    private List<String> compare(Map<String, String> expected, Map<String, String> actual) {
        return goldenReport.compare(GOLDEN, bytes(expected), bytes(actual));
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private Document report() throws IOException {
        return Jsoup.parse(Files.readString(file));
    }

    @Test
    void withoutDifferencesThereIsNoReport() {
        assertThat(compare(Map.of("a.html", "same\n"), Map.of("a.html", "same\n")))
                .isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void changedLinesAndCharactersAreMarkedOnBothSides() throws IOException {
        assertThat(compare(
                        Map.of("a.html", "one\n<p>old text</p>\nthree\n"),
                        Map.of("a.html", "one\n<p>new text</p>\nthree\n")))
                .singleElement()
                .asString()
                .startsWith("a.html: line 2");
        Document report = report();
        assertThat(report.select("h2").eachText()).containsExactly("golden/site/a.html");
        assertThat(report.select("td.old").eachText()).containsExactly("<p>old text</p>");
        assertThat(report.select("td.new").eachText()).containsExactly("<p>new text</p>");
        assertThat(report.select("mark").eachText()).containsExactly("old", "new");
        assertThat(rows(report))
                .containsExactly("1 one 1 one", "2 <p>old text</p> 2 <p>new text</p>", "3 three 3 three", "4 4");
    }

    @Test
    void insertedLinesFaceAnEmptyCellAndDistantEqualLinesAreLeftOut() throws IOException {
        String lines = IntStream.rangeClosed(1, 20).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        compare(Map.of("a.txt", lines), Map.of("a.txt", lines.replace("line 10\n", "line 10\ninserted\n")));
        assertThat(rows(report()))
                .containsExactly(
                        "7 equal lines",
                        "8 line 8 8 line 8",
                        "9 line 9 9 line 9",
                        "10 line 10 10 line 10",
                        "11 inserted",
                        "11 line 11 12 line 11",
                        "12 line 12 13 line 12",
                        "13 line 13 14 line 13",
                        "7 equal lines");
    }

    @Test
    void severalChangesOfOneFileAreAlignedSeparately() throws IOException {
        compare(Map.of("a.txt", "a\nb\nc\nd\ne"), Map.of("a.txt", "a\nx\nc\ne\nf"));
        assertThat(rows(report())).containsExactly("1 a 1 a", "2 b 2 x", "3 c 3 c", "4 d", "5 e 4 e", "5 f");
    }

    @Test
    void filesOfAllComparisonsAreInOneReport() throws IOException {
        compare(Map.of("gone.html", "x"), Map.of());
        compare(Map.of(), Map.of("added.html", "x"));
        compare(Map.of("dot.gif", "GIF\0a"), Map.of("dot.gif", "GIF\0ab"));
        Document report = report();
        assertThat(report.select("h1").text()).isEqualTo("Golden files that differ: 3");
        assertThat(report.select("h2").eachText())
                .containsExactly(
                        "golden/site/added.html (no golden file)",
                        "golden/site/dot.gif",
                        "golden/site/gone.html (not produced)");
        assertThat(report.text()).contains("Not text: 5 bytes → 6 bytes");
        assertThat(report.select("li a").eachAttr("href"))
                .hasSize(3)
                .allMatch(link ->
                        !report.select("h2[id=\"" + link.substring(1) + "\"]").isEmpty());
    }

    private static List<String> rows(Document report) {
        return report.select("tr").stream().map(Element::text).toList();
    }
}
