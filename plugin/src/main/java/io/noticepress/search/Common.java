package io.noticepress.search;

import io.noticepress.model.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * What is common in the notices of a language, as the next index needs it.
 *
 * @param sample a digest of the notices in which it was counted
 * @param phrases the common phrases, in their order
 */
record Common(Digest sample, List<String> phrases) {
    static final Common NOTHING = new Common(Digest.of(""), List.of());

    void write(Bytes out) {
        out.raw(sample);
        out.number(phrases.size());
        phrases.forEach(out::text);
    }

    static Common read(Reader reader) {
        Digest sample = Digest.of(reader.raw(Digest.BYTES), 0);
        List<String> phrases = new ArrayList<>();
        for (int left = reader.number(); left > 0; left--) {
            phrases.add(reader.text());
        }
        return new Common(sample, phrases);
    }
}
