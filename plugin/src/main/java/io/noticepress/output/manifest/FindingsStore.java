package io.noticepress.output.manifest;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.store.AppendStore;
import io.noticepress.store.TextCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Findings and search texts of Markdown texts in an {@link AppendStore}. Each entry begins with the path of its text, because
 * two texts with the same bytes may share a {@linkplain Digest#derivedKey key}. What nobody reads during a build is dropped.
 * Thread-safe.
 */
public final class FindingsStore {
    private static final int FINDINGS = 0;
    private static final int SEARCH_TEXT = 1;

    private final AppendStore store;

    public FindingsStore(AppendStore store) {
        this.store = store;
    }

    /** Whether there are findings of the text with this path and digest; they may turn out to be damaged. */
    public boolean contains(String path, Digest digest) {
        return store.contains(digest.derivedKey(path, FINDINGS));
    }

    /** The findings of the text with this path and digest. Reading them keeps its search text, too. */
    public Optional<Findings> find(String path, Digest digest) throws IOException {
        Optional<Findings> findings = store.readAndKeep(digest.derivedKey(path, FINDINGS))
                .flatMap(bytes -> FindingsCodec.decode(path, bytes));
        findings.ifPresent(found -> store.keep(digest.derivedKey(path, SEARCH_TEXT)));
        return findings;
    }

    /** The search text of the text with this path and digest. */
    public Optional<String> searchText(String path, Digest digest) throws IOException {
        return store.readAndKeep(digest.derivedKey(path, SEARCH_TEXT))
                .map(ByteBuffer::wrap)
                .filter(bytes -> TextCodec.parse(bytes).equals(path))
                .map(TextCodec::parse);
    }

    /** Adds the findings of a text and its search text. */
    public void put(String path, Digest digest, Findings findings, String searchText) throws IOException {
        store.put(digest.derivedKey(path, FINDINGS), FindingsCodec.encode(path, findings));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * searchText.length());
        DataOutputStream out = new DataOutputStream(bytes);
        TextCodec.write(out, path);
        TextCodec.write(out, searchText);
        store.put(digest.derivedKey(path, SEARCH_TEXT), bytes.toByteArray());
    }
}
