package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The cases of {@code tokens.json}, which the engine must meet in the browser too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private final Cutter cutter = new Cutter(new Letters(Folding.read()));
    private JsonNode cases;

    @BeforeAll
    void read() throws IOException {
        try (InputStream in = TokensTest.class.getResourceAsStream("/search/tokens.json")) {
            cases = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void textsAreCutIntoTokens() {
        assertThat(cases.get("texts").size()).isGreaterThan(400);
        for (JsonNode each : cases.get("texts")) {
            String text = each.get("text").asText();
            assertThat(tokens(text, false))
                    .as(text)
                    .isEqualTo(each.get("tokens").asText());
        }
    }

    @Test
    void inFactsEachChineseCharacterIsATokenToo() {
        for (JsonNode each : cases.get("facts")) {
            String text = each.get("text").asText();
            assertThat(tokens(text, true)).as(text).isEqualTo(each.get("tokens").asText());
        }
    }

    @Test
    void theEndOfALinePartsTokensAndAllTokensOfATextShareTheirPositions() {
        cutter.start(64);
        List<String> found = new ArrayList<>();
        for (String line : List.of("科技", "社团", "", "，团体", "A，", "B")) {
            cutter.cut(line, false, into(found));
        }
        assertThat(found).containsExactly("科技@64", "社团@67", "团体@72", "a@75", "b@77");
        assertThat(cutter.position()).isEqualTo(79);
    }

    @Test
    void aLongLineIsCutLikeAShortOne() {
        String line = "科技社团，".repeat(5000);
        assertThat(tokens(line, false).split(" ")).hasSize(15000).endsWith("科技@24995", "技社@24996", "社团@24997");
    }

    private String tokens(String text, boolean single) {
        cutter.start(0);
        List<String> found = new ArrayList<>();
        cutter.cut(text, single, into(found));
        return String.join(" ", found);
    }

    private static Cutter.Sink into(List<String> found) {
        return (term, length, position, linked) -> found.add(new String(term, 0, length) + "@" + position);
    }
}
