package io.noticepress.search.phrases;

import io.noticepress.model.values.Digest;
import io.noticepress.store.CheckedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The common phrases of a language, as stored for the next build.
 *
 * @param sampleDigest digest of the sample of notices in which phrases were counted
 * @param phrases in ascending order
 */
public record CommonPhrases(Digest sampleDigest, List<String> phrases) {
    public static final CommonPhrases NONE = new CommonPhrases(Digest.of(""), List.of());

    public void write(CheckedFile.Writer out) throws IOException {
        out.writeDigest(sampleDigest);
        out.writeInt(phrases.size());
        for (String phrase : phrases) {
            out.writeText(phrase);
        }
    }

    public static CommonPhrases read(CheckedFile.Reader in) throws IOException {
        Digest sampleDigest = in.readDigest();
        List<String> phrases = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            phrases.add(in.readText());
        }
        return new CommonPhrases(sampleDigest, phrases);
    }
}
