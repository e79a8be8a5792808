package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.SitePaths;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCodec;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.FileOps;
import io.noticepress.store.TextCodec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a {@link BuildState} is kept. Places are named from a few folders, so that it tells the same of a project
 * that was moved.
 *
 * <pre>
 * the digest of what was asked; language of messages, notices, editions, pages; the problems; the looks, each with its part,
 * as number of a folder and path in it
 * </pre>
 */
final class BuildStateFile {
    private final FileOps fileOps;
    private final Path file;
    private final CheckedFile checkedFile;
    private final List<Path> roots;
    private final Digest requestDigest;

    /**
     * A file.
     *
     * @param roots the folders that all places are in
     * @param requestDigest what is kept of anything else is of no use
     */
    BuildStateFile(FileOps fileOps, Path file, List<Path> roots, Digest requestDigest) {
        this.fileOps = fileOps;
        this.file = file;
        this.checkedFile = new CheckedFile(file, "build state 5");
        this.roots = roots;
        this.requestDigest = requestDigest;
    }

    /** What is kept; nothing if the file is not there, is damaged, or tells of something else. */
    Optional<BuildState.SavedBuildState> read() throws IOException {
        Optional<Object> stamp = SitePaths.readFileIdentity(file);
        return stamp.isPresent() ? checkedFile.readAll().flatMap(body -> parse(body, stamp)) : Optional.empty();
    }

    /** Whether it is the file that this was read from. */
    boolean isUnchanged(BuildState.SavedBuildState savedBuildState) throws IOException {
        return SitePaths.readFileIdentity(file).equals(savedBuildState.fileIdentity());
    }

    void delete() throws IOException {
        fileOps.delete(file);
    }

    /** Puts what a build came to in place of what stands there. Written as it goes: looks are as many as files, and are held already. */
    void write(List<DirSnapshot> looks, BuildState.BuildOutcome buildOutcome) throws IOException {
        checkedFile.replace(fileOps, out -> write(new DataOutputStream(out), looks, buildOutcome));
    }

    private void write(DataOutputStream out, List<DirSnapshot> looks, BuildState.BuildOutcome buildOutcome)
            throws IOException {
        TextCodec.write(out, requestDigest.hex());
        TextCodec.write(out, buildOutcome.messageLanguage());
        out.writeInt(buildOutcome.notices());
        out.writeInt(buildOutcome.editions());
        out.writeInt(buildOutcome.pages());
        ProblemCodec.encode(out, buildOutcome.problems());
        out.writeInt(looks.size());
        for (DirSnapshot look : looks) {
            Path place = look.scope().root();
            int root = rootIndex(place);
            out.writeInt(root);
            TextCodec.write(out, roots.get(root).relativize(place).toString());
            out.writeBoolean(look.scope().recursive());
            out.writeInt(look.entries().length);
            out.write(look.entries());
        }
    }

    /** Which of the folders a place is in; if one is within another, the inner one. */
    private int rootIndex(Path place) {
        int found = -1;
        for (int i = 0; i < roots.size(); i++) {
            boolean inner = found < 0 || roots.get(i).startsWith(roots.get(found));
            found = place.startsWith(roots.get(i)) && inner ? i : found;
        }
        return found;
    }

    private Optional<BuildState.SavedBuildState> parse(ByteBuffer in, Optional<Object> stamp) {
        if (!TextCodec.parse(in).equals(requestDigest.hex())) {
            return Optional.empty();
        }
        String messages = TextCodec.parse(in);
        int notices = in.getInt();
        int editions = in.getInt();
        int pages = in.getInt();
        Optional<List<Problem>> problems = ProblemCodec.decode(in);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        List<DirSnapshot> looks = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            DirSnapshot.DirScope dirScope =
                    new DirSnapshot.DirScope(roots.get(in.getInt()).resolve(TextCodec.parse(in)), in.get() != 0);
            byte[] entries = new byte[in.getInt()];
            in.get(entries);
            looks.add(new DirSnapshot(dirScope, entries, 0));
        }
        return Optional.of(new BuildState.SavedBuildState(
                new BuildState.BuildOutcome(messages, notices, editions, pages, problems.get()), looks, stamp));
    }
}
