package io.noticepress.output.manifest;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.store.codec.BinaryCodecs;
import io.noticepress.store.codec.RecordCodec;
import java.util.Optional;

/** Encodes the findings of a text as an entry of the cache, with the path of its file, since two paths may share a key. */
final class FindingsCodec {
    private record StoredFindings(String path, Findings findings) {}

    private static final RecordCodec<StoredFindings> CODEC = new BinaryCodecs().record(StoredFindings.class);

    private FindingsCodec() {}

    static byte[] encode(String path, Findings findings) {
        return CODEC.encode(new StoredFindings(path, findings));
    }

    /**
     * The findings, unless they are those of another path, or name something that this version does not know: then the text is
     * read again.
     */
    static Optional<Findings> decode(String path, byte[] bytes) {
        return CODEC.decode(bytes, 0)
                .filter(stored -> stored.path().equals(path))
                .map(StoredFindings::findings);
    }
}
