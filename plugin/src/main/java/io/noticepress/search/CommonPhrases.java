package io.noticepress.search;

import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * What is common in the notices of a language, as the next index needs it.
 *
 * @param sampleDigest a digest of the notices in which it was counted
 * @param phrases the common phrases, in their order
 */
record CommonPhrases(Digest sampleDigest, List<String> phrases) {
    static final CommonPhrases NONE = new CommonPhrases(Digest.of(""), List.of());

    void write(ByteWriter out) {
        out.writeBytes(sampleDigest);
        out.writeNumber(phrases.size());
        phrases.forEach(out::writeText);
    }

    static CommonPhrases read(SegmentReader segmentReader) {
        Digest sample = Digest.of(segmentReader.readBytes(Digest.BYTES), 0);
        List<String> phrases = new ArrayList<>();
        for (int left = segmentReader.readNumber(); left > 0; left--) {
            phrases.add(segmentReader.readText());
        }
        return new CommonPhrases(sample, phrases);
    }
}
