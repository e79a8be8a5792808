package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.uptodate.BuildState.BuildOutcome;
import io.noticepress.output.uptodate.BuildState.SavedBuildState;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.DirSnapshot.DirScope;
import io.noticepress.store.FileOps;
import io.noticepress.store.FileStamp;
import io.noticepress.store.TextCodec;
import io.noticepress.store.codec.BinaryCodecs;
import io.noticepress.store.codec.RecordCodec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file that stores a {@link BuildState}. Paths are relative to a few root folders, so that it stays valid when a project
 * is moved.
 *
 * <pre>
 * digest of the request; length of the outcome (4), outcome as {@link RecordCodec} encodes it
 * number of snapshots (4); each: number of its root (4), path below it, recursive (1), trusted (1), length (4), entries
 * </pre>
 */
final class BuildStateFile {
    private static final String FORMAT = "build state 5";
    private static final RecordCodec<BuildOutcome> OUTCOME = new BinaryCodecs().record(BuildOutcome.class);

    private final FileOps fileOps;
    private final Path file;
    private final CheckedFile checkedFile;
    private final List<Path> roots;
    private final Digest requestDigest;

    /**
     * A file, which need not exist.
     *
     * @param roots folders that contain all paths
     * @param requestDigest the result of any other request is not used
     */
    BuildStateFile(FileOps fileOps, Path file, List<Path> roots, Digest requestDigest) {
        this.fileOps = fileOps;
        this.file = file;
        this.checkedFile = new CheckedFile(file, FORMAT);
        this.roots = roots;
        this.requestDigest = requestDigest;
    }

    /** The saved state; empty if there is no file, or it is damaged or of another version. */
    Optional<SavedBuildState> read() throws IOException {
        Optional<FileStamp> stamp = FileStamp.ofFile(file);
        return stamp.isPresent() ? checkedFile.readAll().flatMap(body -> parse(body, stamp.get())) : Optional.empty();
    }

    /** Whether the file is still the one that a state was read from. */
    boolean isUnchanged(SavedBuildState savedBuildState) {
        return FileStamp.ofFile(file).equals(Optional.of(savedBuildState.file()));
    }

    void delete() throws IOException {
        fileOps.delete(file);
    }

    /** Replaces the file. Snapshots are as large as the site has files, so they are streamed. */
    void write(List<DirSnapshot> snapshots, BuildOutcome buildOutcome) throws IOException {
        checkedFile.replace(fileOps, out -> write(new DataOutputStream(out), snapshots, buildOutcome));
    }

    private void write(DataOutputStream out, List<DirSnapshot> snapshots, BuildOutcome buildOutcome)
            throws IOException {
        TextCodec.write(out, requestDigest.hex());
        byte[] outcome = OUTCOME.encode(buildOutcome);
        out.writeInt(outcome.length);
        out.write(outcome);
        out.writeInt(snapshots.size());
        for (DirSnapshot dirSnapshot : snapshots) {
            Path path = dirSnapshot.scope().root();
            int root = rootIndex(path);
            out.writeInt(root);
            TextCodec.write(out, roots.get(root).relativize(path).toString());
            out.writeBoolean(dirSnapshot.scope().recursive());
            out.writeBoolean(dirSnapshot.trusted());
            out.writeInt(dirSnapshot.entries().length);
            out.write(dirSnapshot.entries());
        }
    }

    /** The number of the root that contains a path; of the innermost, if one root contains another. */
    private int rootIndex(Path path) {
        int found = -1;
        for (int i = 0; i < roots.size(); i++) {
            boolean inner = found < 0 || roots.get(i).startsWith(roots.get(found));
            found = path.startsWith(roots.get(i)) && inner ? i : found;
        }
        return found;
    }

    private Optional<SavedBuildState> parse(ByteBuffer in, FileStamp stamp) {
        boolean sameRequest = TextCodec.parse(in).equals(requestDigest.hex());
        byte[] encoded = new byte[in.getInt()];
        in.get(encoded);
        Optional<BuildOutcome> stored = OUTCOME.decode(encoded, 0);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Optional<BuildOutcome> outcome = stored.filter(found -> sameRequest);
        List<DirSnapshot> snapshots = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            DirScope dirScope = new DirScope(roots.get(in.getInt()).resolve(TextCodec.parse(in)), in.get() != 0);
            boolean trusted = in.get() != 0;
            byte[] entries = new byte[in.getInt()];
            in.get(entries);
            snapshots.add(new DirSnapshot(dirScope, entries, trusted));
        }
        return Optional.of(new SavedBuildState(outcome, snapshots, stamp));
    }
}
