package io.noticepress.search.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Maps traditional Chinese characters to their simplified forms, one by one. The table is a text of pairs, traditional
 * character first: {@code 萬万與与}; a test compares it with the rules of ICU.
 */
public final class SimplifiedFolding {
    private final byte[] table;
    private final Map<Integer, Integer> simplified = new HashMap<>();

    private SimplifiedFolding(byte[] table) {
        this.table = table;
        int[] characters =
                new String(table, StandardCharsets.UTF_8).codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i += 2) {
            simplified.put(characters[i], characters[i + 1]);
        }
    }

    public static SimplifiedFolding read() {
        try (InputStream in = SimplifiedFolding.class.getResourceAsStream("folding.txt")) {
            return new SimplifiedFolding(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simplified form of a character; the character itself if it has none. */
    int simplified(int character) {
        return simplified.getOrDefault(character, character);
    }

    /** The table in UTF-8, as the search engine in the browser reads it. */
    public byte[] table() {
        return table;
    }
}
