package io.noticepress.search.phrases;

import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.codec.SegmentReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What is common in the notices of a language, as the next index needs it.
 *
 * @param sampleDigest a digest of the notices in which it was counted
 * @param phrases the common phrases, in their order
 */
public record CommonPhrases(Digest sampleDigest, List<String> phrases) {
    public static final CommonPhrases NONE = new CommonPhrases(Digest.of(""), List.of());

    public void write(ByteWriter out) {
        out.writeBytes(sampleDigest);
        out.writeNumber(phrases.size());
        phrases.forEach(out::writeText);
    }

    public static CommonPhrases read(SegmentReader segmentReader) {
        Digest sample = Digest.of(segmentReader.readBytes(Digest.BYTES), 0);
        List<String> phrases = new ArrayList<>();
        for (int left = segmentReader.readNumber(); left > 0; left--) {
            phrases.add(segmentReader.readText());
        }
        return new CommonPhrases(sample, phrases);
    }
}
