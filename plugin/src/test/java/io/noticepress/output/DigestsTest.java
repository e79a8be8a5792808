package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestsTest {
    @Test
    void eachHasItsNumberHoweverOftenItIsAdded() {
        Digests digests = new Digests();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(digests.number(Digest.of("text " + i))).isEqualTo(i);
            }
        }
        assertThat(digests.size()).isEqualTo(10_000);
        assertThat(digests.find(Digest.of("text 4097"))).isEqualTo(4097);
        assertThat(digests.get(4097)).isEqualTo(Digest.of("text 4097"));
        assertThat(digests.find(Digest.of("another"))).isNegative();
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
        Digests digests = new Digests();
        all.forEach(digests::number);
        assertThat(IntStream.of(digests.sorted()).mapToObj(digests::get))
                .containsExactlyElementsOf(all.stream().sorted().toList());
    }
}
