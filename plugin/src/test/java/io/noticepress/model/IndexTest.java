package io.noticepress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexTest {
    @Test
    void everythingIsFoundByItsTextAndNothingElseIs() {
        List<String> slugs =
                IntStream.range(0, 5000).mapToObj(i -> "kx-2030-" + i).toList();
        Index<String> index = new Index<>(slugs, Function.identity());
        for (int i = 0; i < slugs.size(); i++) {
            assertThat(index.number("kx-2030-" + i)).isEqualTo(i);
        }
        assertThat(index.find("kx-2030-5000")).isEmpty();
        assertThat(index.number("")).isNegative();
    }

    @Test
    void textsWithOneHashAreToldApart() {
        Index<String> index = new Index<>(List.of("Aa", "BB", "C#"), Function.identity());
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode()).isEqualTo("C#".hashCode());
        assertThat(index.find("BB")).contains("BB");
        assertThat(index.find("C#")).contains("C#");
    }

    @Test
    void ofThingsWithTheSameTextTheFirstIsFound() {
        record Thing(String slug, int year) {}
        Index<Thing> index = new Index<>(List.of(new Thing("a", 1), new Thing("a", 2)), Thing::slug);
        assertThat(index.find("a").orElseThrow().year()).isEqualTo(1);
        assertThat(index.all()).hasSize(2);
    }
}
