package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of CommonMark 0.31.2: all but those of {@code deviations.txt} come out as the specification says. */
class CommonMarkTest {
    @Test
    void exactlyTheListedExamplesDeviate() throws IOException {
        List<CommonMark.Example> examples = CommonMark.examples();
        assertThat(examples).hasSize(652);

        List<Integer> differing = examples.stream()
                .filter(example -> !CommonMark.normal(example.html())
                        .equals(CommonMark.normal(CommonMark.set(example.markdown()))))
                .map(CommonMark.Example::number)
                .toList();

        assertThat(differing).containsExactlyElementsOf(listed());
    }

    @Test
    void everyDeviationHasAReason() throws IOException {
        assertThat(CommonMark.resource("deviations.txt")
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank()))
                .allMatch(line -> line.matches("\\p{L}[^:]*:? [^:]*: [0-9 ]+"));
    }

    private static List<Integer> listed() throws IOException {
        return CommonMark.resource("deviations.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line ->
                        Arrays.stream(line.substring(line.lastIndexOf(": ") + 2).split(" ")))
                .map(Integer::parseInt)
                .sorted()
                .toList();
    }
}
