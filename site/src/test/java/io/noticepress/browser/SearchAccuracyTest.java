package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares the search over 1,000 generated notices with a full scan of their texts: it finds every match and nothing else,
 * and ranks the wanted notice first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchAccuracyTest {
    private static final int QUERIES = 1000;
    private static final int KNOWN_ITEM_QUERIES = 500;

    /** For each query the numbers of the notices found, best first. */
    private static final String FIND = """
            async ({engine, index, queries}) => {
                const {read} = await import(engine);
                const reader = read(index);
                const found = [];
                for (const query of queries) found.push((await reader.search(query)).best(Infinity));
                return found;
            }
            """;

    /** The addresses of all notices, in order of their numbers. */
    private static final String ADDRESSES = """
            async ({engine, index}) => {
                const {read} = await import(engine);
                const reader = read(index);
                return Promise.all(Array.from({length: reader.count}, async (_, i) => (await reader.card(i)).url));
            }
            """;

    private CorpusSite corpusSite;
    private BrowserSession browserSession;

    @BeforeAll
    void begin() {
        corpusSite = CorpusSite.read();
        browserSession = BrowserSession.open(corpusSite.server());
    }

    @AfterAll
    void end() {
        if (browserSession != null) {
            browserSession.close();
        }
    }

    @Test
    void everyRunOfChineseCharactersIsFoundWhereItStandsAndNowhereElse() {
        Random random = new Random(1);
        List<CorpusSite.CorpusNotice> notices = corpusSite.notices("zh");
        List<String> queries = Stream.generate(() -> anyOf(random, notices).randomHanRun(random, 2 + random.nextInt(5)))
                .filter(query -> !query.isEmpty())
                .distinct()
                .limit(QUERIES)
                .toList();
        assertSameAsScan("zh", queries, query -> query);
    }

    @Test
    void everyEnglishWordAndPhraseIsFoundWhereItStandsAndNowhereElse() {
        Random random = new Random(2);
        List<CorpusSite.CorpusNotice> notices = corpusSite.notices("en");
        List<String> queries = Stream.generate(() -> anyOf(random, notices).randomWords(random, 1 + random.nextInt(4)))
                .filter(query -> !query.isEmpty())
                .distinct()
                .limit(QUERIES)
                .toList();
        assertSameAsScan("en", queries, query -> '"' + query + '"');
    }

    @Test
    void aKnownItemIsRankedFirst() {
        for (String language : corpusSite.languages()) {
            Random random = new Random(3);
            List<CorpusSite.CorpusNotice> notices = corpusSite.notices(language);
            Map<String, Long> titles = notices.stream()
                    .collect(Collectors.groupingBy(CorpusSite.CorpusNotice::title, Collectors.counting()));
            List<String> queries = new ArrayList<>();
            List<String> meant = new ArrayList<>();
            while (queries.size() < KNOWN_ITEM_QUERIES) {
                CorpusSite.CorpusNotice corpusNotice = anyOf(random, notices);
                String query = switch (queries.size() % 4) {
                    case 0 -> titles.get(corpusNotice.title()) == 1 ? corpusNotice.title() : "";
                    case 1 -> corpusNotice.number();
                    case 2 -> corpusNotice.number().replace('〔', '[').replace("〕", "] ");
                    default ->
                        language.equals("zh")
                                ? corpusNotice.randomHanRun(random, 10)
                                : '"' + corpusNotice.randomWords(random, 8) + '"';
                };
                if (query.length() > 2
                        && (queries.size() % 4 < 3
                                || corpusSite
                                                .scan(language, query.replace("\"", ""))
                                                .size()
                                        == 1)) {
                    queries.add(query);
                    meant.add(corpusNotice.address());
                }
            }
            List<List<String>> found = find(language, queries);
            double sum = 0;
            for (int i = 0; i < queries.size(); i++) {
                int place = found.get(i).indexOf(meant.get(i));
                sum += place < 0 ? 0 : 1.0 / (place + 1);
            }
            assertThat(sum / queries.size()).as(language).isGreaterThanOrEqualTo(0.98);
        }
    }

    private void assertSameAsScan(String language, List<String> queries, UnaryOperator<String> typed) {
        List<List<String>> found = find(language, queries.stream().map(typed).toList());
        Map<String, String> wrong = new HashMap<>();
        int hits = 0;
        for (int i = 0; i < queries.size(); i++) {
            Set<String> expected = corpusSite.scan(language, queries.get(i));
            assertThat(expected).as(queries.get(i)).isNotEmpty();
            hits += expected.size();
            Set<String> missed = new TreeSet<>(expected);
            found.get(i).forEach(missed::remove);
            Set<String> extra = new TreeSet<>(found.get(i));
            extra.removeAll(expected);
            if (!missed.isEmpty() || !extra.isEmpty()) {
                wrong.put(queries.get(i), "missed " + some(missed) + ", false " + some(extra));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(hits).isGreaterThan(queries.size());
    }

    private static String some(Set<String> addresses) {
        return addresses.size() + addresses.stream().limit(3).toList().toString();
    }

    private List<List<String>> find(String language, List<String> queries) {
        List<?> addresses = (List<?>) evaluate(ADDRESSES, language, List.of());
        List<?> found = (List<?>) evaluate(FIND, language, queries);
        return IntStream.range(0, queries.size())
                .mapToObj(i -> ((List<?>) found.get(i))
                        .stream()
                                .map(number -> (String) addresses.get(((Number) number).intValue()))
                                .toList())
                .toList();
    }

    private Object evaluate(String script, String language, List<String> queries) {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = reader.newPage()) {
            page.navigate(browserSession.origin() + "/robots.txt");
            return page.evaluate(
                    script,
                    Map.of(
                            "engine",
                            corpusSite.engineAddress(),
                            "index",
                            corpusSite.indexRoot(language),
                            "queries",
                            queries));
        }
    }

    private static CorpusSite.CorpusNotice anyOf(Random random, List<CorpusSite.CorpusNotice> notices) {
        return notices.get(random.nextInt(notices.size()));
    }
}
