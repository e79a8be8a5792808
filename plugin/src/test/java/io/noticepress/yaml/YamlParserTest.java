package io.noticepress.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.noticepress.problem.Location;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {
    private final Problems problems = new Problems();

    private Optional<Mapping> parse(String text) {
        return YamlParser.parse(new YamlText("a.md", text, 2), problems);
    }

    private String text(Mapping map, String name) {
        return ((Scalar) map.field(name).orElseThrow().value()).text();
    }

    @Test
    void everyScalarIsTheTextThatWasTyped() {
        Mapping map = parse("a: 0123\nno: no\nb: 1:30\nc: 2024-02-30\nd: 2024_001\ne: ~\nf: 0x1F\n'<<': x\n")
                .orElseThrow();
        assertThat(map.fields().stream().map(field -> field.name() + "=" + ((Scalar) field.value()).text()))
                .containsExactly("a=0123", "no=no", "b=1:30", "c=2024-02-30", "d=2024_001", "e=~", "f=0x1F", "<<=x");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void placesCountCodePointsFromTheLineOfTheFile() {
        Mapping map = parse("标: 😀😀\nb: {c: [x, \"yz\"]}\n").orElseThrow();
        Mapping.Field first = map.fields().get(0);
        assertThat(first.key().at()).isEqualTo(new Location("a.md", 2, 1));
        assertThat(first.value().at()).isEqualTo(new Location("a.md", 2, 4));
        assertThat(first.value().width()).isEqualTo(2);
        Sequence list = (Sequence)
                ((Mapping) map.fields().get(1).value()).field("c").orElseThrow().value();
        assertThat(list.at()).isEqualTo(new Location("a.md", 3, 8));
        assertThat(list.values().get(1).at()).isEqualTo(new Location("a.md", 3, 12));
        assertThat(list.values().get(1).width()).isEqualTo(4);
    }

    @Test
    void aBlockTextSpansLines() {
        assertThat(text(parse("a: |\n  x\n  y\nb: >\n  u\n  v\n").orElseThrow(), "a"))
                .isEqualTo("x\ny\n");
    }

    @Test
    void nothingButCommentsIsAMapWithoutFields() {
        assertThat(parse("# nothing\n\n").orElseThrow().fields()).isEmpty();
        assertThat(parse("").orElseThrow().fields()).isEmpty();
    }

    @Test
    void theFirstOfTwoEqualFieldsCounts() {
        assertThat(text(parse("a: x\nb: y\na: z\n").orElseThrow(), "a")).isEqualTo("x");
        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo(new Location("a.md", 4, 1));
            assertThat(problem.message().en()).isEqualTo("\"a\" appears twice, on lines 2 and 4");
        });
    }

    @Test
    void hiddenCharactersAreReportedAndLeftOut() {
        assertThat(text(parse("a: x\u200By\u202E\n").orElseThrow(), "a")).isEqualTo("xy");
        assertThat(problems.sorted().stream().map(problem -> problem.at().column()))
                .containsExactly(5, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!str b",
                "a: !x b",
                "a: &b c",
                "a: *b",
                "<<: {a: b}",
                "[a]: b",
                "{a: b}: c",
                "? [a]\n: b",
                "a: [[[[[[[x]]]]]]]",
                "- - - - - - - x",
                "!!map {a: b}",
                "--- a\n--- b",
                "a: b\n---\nc: d",
                "%YAML 1.2\n---\na: b"
            })
    void whatIsNotPlainIsUnsafe(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(problem -> problem.code().id())
                .isEqualTo("yaml-unsafe");
    }

    static Stream<String> hostile() {
        String aliases = "a: &a [x, x]\n" + "b: &b [*a, *a]\n".repeat(10);
        return Stream.of(
                "[".repeat(3_000),
                "{".repeat(60_000),
                "a: " + "[".repeat(60_000),
                "- ".repeat(30_000),
                "? ".repeat(30_000),
                "a: ".repeat(20_000),
                "- [".repeat(20_000),
                "\"".repeat(65_000),
                "'".repeat(65_001),
                "a: \"\\".repeat(10_000),
                "a: \"\\UFFFFFFFF\"",
                "a: \"\\U00110000\"",
                "a: \"\\uD800\"",
                "a: \"\\x\"",
                "a: \"\\",
                "a: |999999999999999999999\n x",
                "a: |0\n x",
                "%YAML 999999999999999999.1\n---\na",
                "%TAG ! tag:x\n---\n!a b",
                "!<",
                "!<tag:yaml.org,2002:js/function> x",
                "&",
                "*",
                "a: &",
                "a: *",
                "!",
                "|",
                ">",
                "%",
                "@",
                "`",
                "a: >\n\n\n" + " \n".repeat(10_000) + "x",
                "#".repeat(65_000),
                " ".repeat(65_000),
                "\n".repeat(65_000),
                "\t".repeat(1_000),
                "a:\n".repeat(20_000),
                "a: b\n".repeat(13_000),
                "\u0000\uFFFE\uD800",
                "---\n".repeat(10_000),
                "...\n".repeat(10_000),
                "a: b\n...\nc: d",
                aliases,
                "x".repeat(5_000_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileTextEndsSoonWithNothingWorseThanAProblem(String text) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> YamlParser.parseValue(new YamlText("a", text, 1), problems));
    }

    @Tag("long")
    @Test
    void noiseNeverCausesAnythingButProblems() {
        Random random = new Random(20300415);
        List<String> pieces = List.of(
                "a", "标题", ": ", ":", "：", "- ", "[", "]", "{", "}", ",", "\"", "'", "\n", "\n  ", "\t", "#", "&a",
                "*a", "!t", "|", ">", "%", "@", "\\", "\\u", "\\U0011", "? ", "---\n", "...\n", "<<: ", "\u202E", "😀",
                "0", "~", "\uD83D");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Problems found = new Problems();
            Optional<Value> value = YamlParser.parseValue(new YamlText("a", text.toString(), 1), found);
            assertThat(value.isPresent() || !found.sorted().isEmpty())
                    .as(text.toString())
                    .isTrue();
            int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            assertThat(found.sorted().stream().map(Problem::at))
                    .as(text.toString())
                    .allMatch(at -> at.line() >= 1 && at.line() <= lines && at.column() >= 1);
        }
    }
}
