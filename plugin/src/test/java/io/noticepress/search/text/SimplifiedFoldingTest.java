package io.noticepress.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the table of traditional characters with ICU; {@code -Dfolding=update} writes the table. */
class SimplifiedFoldingTest {
    private static final Path TABLE = Path.of("src/main/resources/io/noticepress/search/text/folding.txt");

    /** The table has exactly the characters that the CLDR rule converts to a single other character. */
    @Test
    void theTableIsThatOfIcu() throws IOException {
        Transliterator rule = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder expected = new StringBuilder();
        for (int c = 0x3400; c < 0x40000; c = c == 0x9FFF ? 0x20000 : c + 1) {
            String from = Character.toString(c);
            String to = last(from, rule);
            if (!to.equals(from) && to.codePointCount(0, to.length()) == 1) {
                expected.append(from).append(to);
            }
        }
        if ("update".equals(System.getProperty("folding"))) {
            Files.writeString(TABLE, expected);
        }
        assertThat(Files.readString(TABLE, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    /** Some simplified forms are in turn traditional characters, twice in a cycle; only the first step counts. */
    private static String last(String from, Transliterator rule) {
        List<String> seen = new ArrayList<>();
        String next = from;
        while (!seen.contains(next)) {
            seen.add(next);
            next = rule.transliterate(next);
        }
        return Collections.min(seen.subList(seen.indexOf(next), seen.size()));
    }

    @Test
    void noSimplifiedFormHasAnother() {
        SimplifiedFolding simplifiedFolding = SimplifiedFolding.read();
        new String(simplifiedFolding.table(), StandardCharsets.UTF_8)
                .codePoints()
                .forEach(c -> assertThat(simplifiedFolding.simplified(simplifiedFolding.simplified(c)))
                        .as(Character.toString(c))
                        .isEqualTo(simplifiedFolding.simplified(c)));
        assertThat(simplifiedFolding.simplified('術')).isEqualTo('术');
        assertThat(simplifiedFolding.simplified('术')).isEqualTo('术');
    }
}
