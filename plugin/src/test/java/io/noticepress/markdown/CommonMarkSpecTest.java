package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of CommonMark 0.31.2: all but those of {@code deviations.txt} come out as the specification says. */
class CommonMarkSpecTest {
    @Test
    void exactlyTheListedExamplesDeviate() throws IOException {
        List<CommonMarkSpec.SpecExample> examples = CommonMarkSpec.examples();
        assertThat(examples).hasSize(652);

        List<Integer> differing = examples.stream()
                .filter(specExample -> !CommonMarkSpec.normalize(specExample.html())
                        .equals(CommonMarkSpec.normalize(CommonMarkSpec.renderHtml(specExample.markdown()))))
                .map(CommonMarkSpec.SpecExample::number)
                .toList();

        assertThat(differing).containsExactlyElementsOf(listed());
    }

    @Test
    void everyDeviationHasAReason() throws IOException {
        assertThat(CommonMarkSpec.resource("deviations.txt")
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank()))
                .allMatch(line -> line.matches("\\p{L}[^:]*:? [^:]*: [0-9 ]+"));
    }

    private static List<Integer> listed() throws IOException {
        return CommonMarkSpec.resource("deviations.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line ->
                        Arrays.stream(line.substring(line.lastIndexOf(": ") + 2).split(" ")))
                .map(Integer::parseInt)
                .sorted()
                .toList();
    }
}
