package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The tokenizer of the search script passes the same cases as the tokenizer of the index ({@code tokens.json}). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTokenizerTest {
    private static final String CHECK = """
            async ({engine, folding, cases}) => {
                const {tokens, asked} = await import(engine);
                const pairs = Array.from(await (await fetch(folding)).text());
                const table = new Map();
                for (let i = 0; i < pairs.length; i += 2) table.set(pairs[i], pairs[i + 1]);
                const {texts, facts, queries, matches} = JSON.parse(cases);
                const wrong = [];
                const same = (what, expected, actual) => {
                    if (expected !== actual) wrong.push(`${what}: ${actual} instead of ${expected}`);
                };
                const show = (list) => list.map(({term, position}) => `${term}@${position}`).join(' ');
                const groups = (list) => list.map((group) => show(group) + (group[0].begins ? '*' : '')).join(' / ');
                for (const each of texts) same(each.text, each.tokens, show(tokens(each.text, {folding: table})));
                for (const each of facts) {
                    same(each.text, each.tokens, show(tokens(each.text, {single: true, folding: table})));
                }
                for (const each of queries) {
                    same(each.query, each.groups.join(' / '), groups(asked(each.query)));
                    same(each.query, (each.folded ?? each.groups).join(' / '), groups(asked(each.query, table)));
                }
                for (const {text, found, not} of matches) {
                    const all = tokens(text, {folding: table});
                    const indexed = new Set(all.map(({term, position}) => `${term}@${position}`));
                    const holds = (group, at) => group.every(({term, position}) =>
                        indexed.has(`${term}@${position - group[0].position + at}`));
                    const finds = (query) => asked(query, table).every((group) =>
                        all.some(({term, position}) => term === group[0].term && holds(group, position)));
                    for (const query of found) same(`${query} in ${text}`, true, finds(query));
                    for (const query of not) same(`${query} in ${text}`, false, finds(query));
                }
                return [wrong, texts.length + facts.length + queries.length + matches.length];
            }
            """;

    private final BuiltSite site = BuiltSite.current();
    private BrowserSession browserSession;

    @BeforeAll
    void begin() {
        browserSession = BrowserSession.open();
    }

    @AfterAll
    void end() {
        if (browserSession != null) {
            browserSession.close();
        }
    }

    @Test
    void textsAndQueriesAreCutAsTheCasesSay() throws IOException {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = reader.newPage()) {
            page.navigate(browserSession.origin() + site.address("robots.txt"));
            Map<String, String> given = Map.of(
                    "engine", site.address(file("assets", "search-engine.*.js")),
                    "folding", site.address(file("assets/search", "folding.*.bin")),
                    "cases", Files.readString(Path.of(System.getProperty("tokens"))));
            List<?> result = (List<?>) page.evaluate(CHECK, given);
            assertThat((List<?>) result.get(0)).isEmpty();
            assertThat((int) result.get(1)).isGreaterThan(600);
        }
    }

    private String file(String folder, String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(site.root().resolve(folder), pattern)) {
            return folder + "/" + files.iterator().next().getFileName();
        }
    }
}
