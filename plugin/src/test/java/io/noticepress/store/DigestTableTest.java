package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTableTest {
    @Test
    void eachHasItsNumberHoweverOftenItIsAdded() {
        DigestTable digestTable = new DigestTable();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(digestTable.numberOf(Digest.of("text " + i))).isEqualTo(i);
            }
        }
        assertThat(digestTable.size()).isEqualTo(10_000);
        assertThat(digestTable.find(Digest.of("text 4097"))).isEqualTo(4097);
        assertThat(digestTable.get(4097)).isEqualTo(Digest.of("text 4097"));
        assertThat(digestTable.find(Digest.of("another"))).isNegative();
    }

    @Test
    void theyAreSortedAsUnsignedNumbersThoseThatBeginAlikeToo() {
        long[] firsts = {0, 5, 5L << 32, (5L << 32) + 1, -1, -1L << 32, 1L << 63, Long.MAX_VALUE};
        List<Digest> all = new ArrayList<>();
        for (long a : firsts) {
            for (long b : new long[] {7, -7, 0}) {
                all.add(new Digest(a, b, 1, 2));
            }
        }
        DigestTable digestTable = new DigestTable();
        all.forEach(digestTable::numberOf);
        assertThat(IntStream.of(digestTable.sortedNumbers()).mapToObj(digestTable::get))
                .containsExactlyElementsOf(all.stream().sorted().toList());
    }
}
