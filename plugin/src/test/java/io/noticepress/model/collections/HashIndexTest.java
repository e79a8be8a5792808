package io.noticepress.model.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashIndexTest {
    @Test
    void everythingIsFoundByItsTextAndNothingElseIs() {
        List<String> slugs =
                IntStream.range(0, 5000).mapToObj(i -> "kx-2030-" + i).toList();
        HashIndex<String> hashIndex = new HashIndex<>(slugs, Function.identity());
        for (int i = 0; i < slugs.size(); i++) {
            assertThat(hashIndex.position("kx-2030-" + i)).isEqualTo(i);
        }
        assertThat(hashIndex.find("kx-2030-5000")).isEmpty();
        assertThat(hashIndex.position("")).isNegative();
    }

    @Test
    void textsWithOneHashAreToldApart() {
        HashIndex<String> hashIndex = new HashIndex<>(List.of("Aa", "BB", "C#"), Function.identity());
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode()).isEqualTo("C#".hashCode());
        assertThat(hashIndex.find("BB")).contains("BB");
        assertThat(hashIndex.find("C#")).contains("C#");
    }

    @Test
    void ofThingsWithTheSameTextTheFirstIsFound() {
        record Thing(String slug, int year) {}
        HashIndex<Thing> hashIndex = new HashIndex<>(List.of(new Thing("a", 1), new Thing("a", 2)), Thing::slug);
        assertThat(hashIndex.find("a").orElseThrow().year()).isEqualTo(1);
        assertThat(hashIndex.all()).hasSize(2);
    }
}
