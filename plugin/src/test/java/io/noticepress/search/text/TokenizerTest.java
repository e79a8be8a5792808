package io.noticepress.search.text;

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

/** The cases of {@code tokens.json}, which the search script in the browser has to pass, too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenizerTest {
    private final Tokenizer tokenizer = new Tokenizer(new CharNormalizer(SimplifiedFolding.read()));
    private JsonNode cases;

    @BeforeAll
    void read() throws IOException {
        try (InputStream in = TokenizerTest.class.getResourceAsStream("/search/tokens.json")) {
            cases = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void textsAreTokenized() {
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
        tokenizer.moveTo(64);
        List<String> found = new ArrayList<>();
        for (String line : List.of("科技", "社团", "", "，团体", "A，", "B")) {
            tokenizer.tokenize(line, false, collectInto(found));
        }
        assertThat(found).containsExactly("科技@64", "社团@67", "团体@72", "a@75", "b@77");
        assertThat(tokenizer.position()).isEqualTo(79);
    }

    @Test
    void aLongLineIsCutLikeAShortOne() {
        String line = "科技社团，".repeat(5000);
        assertThat(tokens(line, false).split(" ")).hasSize(15000).endsWith("科技@24995", "技社@24996", "社团@24997");
    }

    private String tokens(String text, boolean single) {
        tokenizer.moveTo(0);
        List<String> found = new ArrayList<>();
        tokenizer.tokenize(text, single, collectInto(found));
        return String.join(" ", found);
    }

    private static Tokenizer.TokenSink collectInto(List<String> found) {
        return (term, length, position, linked) -> found.add(new String(term, 0, length) + "@" + position);
    }
}
