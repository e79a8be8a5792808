package io.noticepress.pipeline;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.output.OutputTree;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where what was found in texts is kept, by the path and the digest of their files. Safe for use by several threads. */
public interface FindingsCache {
    /** Whether something is kept of a text; it may prove to be damaged. */
    boolean contains(String path, Digest digest);

    /** What was found in a text; empty if nothing is known of it, or only of an earlier one at its place. */
    Optional<Findings> findings(String path, Digest digest);

    /** The slip of a text for the search; empty if it was not kept. */
    Optional<String> searchText(String path, Digest digest);

    /** Keeps what was found and, if it will be asked for, the slip for the search. */
    void put(String path, Digest digest, Findings findings, Supplier<String> slip);

    /** Kept in the work folder, for the next build. */
    static FindingsCache ofOutput(OutputTree tree) {
        return new FindingsCache() {
            @Override
            public boolean contains(String path, Digest digest) {
                return tree.hasFindings(path, digest);
            }

            @Override
            public Optional<Findings> findings(String path, Digest digest) {
                return tree.findings(path, digest);
            }

            @Override
            public Optional<String> searchText(String path, Digest digest) {
                return tree.searchText(path, digest);
            }

            @Override
            public void put(String path, Digest digest, Findings findings, Supplier<String> slip) {
                tree.saveFindings(path, digest, findings, slip.get());
            }
        };
    }

    /** Kept as long as the run lasts. */
    static FindingsCache inMemory() {
        record Note(Digest digest, Findings findings) {}
        Map<String, Note> notes = new ConcurrentHashMap<>();
        return new FindingsCache() {
            @Override
            public boolean contains(String path, Digest digest) {
                return findings(path, digest).isPresent();
            }

            @Override
            public Optional<Findings> findings(String path, Digest digest) {
                return Optional.ofNullable(notes.get(path))
                        .filter(note -> note.digest().equals(digest))
                        .map(Note::findings);
            }

            @Override
            public Optional<String> searchText(String path, Digest digest) {
                return Optional.empty();
            }

            @Override
            public void put(String path, Digest digest, Findings findings, Supplier<String> slip) {
                notes.put(path, new Note(digest, findings));
            }
        };
    }
}
