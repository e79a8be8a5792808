package io.noticepress.search.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShardSplitterTest {
    private static final int MAX_SIZE = 100;

    @Test
    void runsFollowOneAnotherAndNoneOfSeveralTermsIsTooLarge() {
        TreeMap<String, Integer> terms = terms(new Random(1), 3000);
        List<Integer> sizes = List.copyOf(terms.values());
        int at = 0;
        for (ShardSplitter.TermRange termRange : runs(terms)) {
            assertThat(termRange.from()).isEqualTo(at);
            assertThat(termRange.to()).isGreaterThan(at);
            int size = sizes.subList(termRange.from(), termRange.to()).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(termRange.to() - termRange.from() == 1 || size <= MAX_SIZE)
                    .isTrue();
            at = termRange.to();
        }
        assertThat(at).isEqualTo(terms.size());
    }

    @Tag("long")
    @Test
    void aTermThatIsAddedOrGrowsChangesItsOwnRunOnly() {
        Random random = new Random(2);
        TreeMap<String, Integer> terms = terms(random, 3000);
        for (int round = 0; round < 300; round++) {
            Set<Map<String, Integer>> before = shards(terms);
            String changed;
            if (round % 2 == 0) {
                changed = term(random);
            } else {
                changed = List.copyOf(terms.keySet()).get(random.nextInt(terms.size()));
            }
            terms.merge(changed, 1 + random.nextInt(5), Integer::sum);
            Set<Map<String, Integer>> after = shards(terms);
            after.removeAll(before);
            // At most one shard, or the shards into which a shard that grew too large is split.
            assertThat(after.size()).as(changed).isLessThanOrEqualTo(8);
            assertThat(after).anyMatch(shard -> shard.containsKey(changed));
        }
    }

    @Test
    void aTermThatOthersBeginWithStandsBeforeThem() {
        TreeMap<String, Integer> terms = new TreeMap<>(Map.of("a", 90, "aa", 90, "aaa", 90, "ab", 90));
        assertThat(runs(terms)).extracting(ShardSplitter.TermRange::from).containsExactly(0, 1, 2, 3);
    }

    @Test
    void noTermsGiveNoShard() {
        assertThat(runs(new TreeMap<>())).isEmpty();
    }

    private static Set<Map<String, Integer>> shards(TreeMap<String, Integer> terms) {
        List<Map.Entry<String, Integer>> entries = List.copyOf(terms.entrySet());
        Set<Map<String, Integer>> shards = new HashSet<>();
        for (ShardSplitter.TermRange termRange : runs(terms)) {
            Map<String, Integer> shard = new TreeMap<>();
            entries.subList(termRange.from(), termRange.to())
                    .forEach(entry -> shard.put(entry.getKey(), entry.getValue()));
            shards.add(shard);
        }
        return shards;
    }

    private static List<ShardSplitter.TermRange> runs(TreeMap<String, Integer> terms) {
        List<String> names = List.copyOf(terms.keySet());
        List<Integer> sizes = List.copyOf(terms.values());
        return ShardSplitter.of(names.size(), names::get, names::get, sizes::get, MAX_SIZE);
    }

    private static TreeMap<String, Integer> terms(Random random, int count) {
        TreeMap<String, Integer> terms = new TreeMap<>();
        while (terms.size() < count) {
            terms.put(term(random), 3 + random.nextInt(12));
        }
        return terms;
    }

    private static String term(Random random) {
        StringBuilder term = new StringBuilder();
        for (int remaining = 1 + random.nextInt(3); remaining > 0; remaining--) {
            term.append((char) (random.nextInt(4) == 0 ? 'a' + random.nextInt(26) : 0x4E00 + random.nextInt(900)));
        }
        return term.toString();
    }
}
