package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.SitePaths;
import io.noticepress.store.ChannelOutputStream;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.FileOps;
import io.noticepress.store.TextCodec;
import io.noticepress.store.codec.BinaryCodecs;
import io.noticepress.store.codec.RecordCodec;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The file in which a {@link BuildState} is kept. Places are named from a few folders, so that it tells the same of a project
 * that was moved.
 *
 * <pre>
 * "Noticepress standstill 5\n"; the digest of what was asked; length of the outcome, outcome;
 * the looks, each with its part, as number of a folder and path in it; CRC-32C of all that (4 bytes)
 * </pre>
 */
final class BuildStateFile {
    private static final byte[] HEADER = "Noticepress standstill 5\n".getBytes(StandardCharsets.US_ASCII);
    private static final RecordCodec<BuildState.BuildOutcome> OUTCOME =
            new BinaryCodecs().record(BuildState.BuildOutcome.class);

    private final FileOps fileOps;
    private final Path file;
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
        this.roots = roots;
        this.requestDigest = requestDigest;
    }

    /** What is kept; nothing if the file is not there, is damaged, or tells of something else. */
    Optional<BuildState.SavedBuildState> read() throws IOException {
        Optional<Object> stamp = SitePaths.readFileIdentity(file);
        return stamp.isPresent() ? parse(Files.readAllBytes(file), stamp) : Optional.empty();
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
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = fileOps.createOrTruncate(draft)) {
            CRC32C crc = new CRC32C();
            CheckedOutputStream checked = new CheckedOutputStream(new ChannelOutputStream(fileOps, channel), crc);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
            write(out, looks, buildOutcome);
            out.flush();
            fileOps.append(
                    channel,
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt((int) crc.getValue())
                            .flip());
        }
        fileOps.move(draft, file);
    }

    private void write(DataOutputStream out, List<DirSnapshot> looks, BuildState.BuildOutcome buildOutcome)
            throws IOException {
        out.write(HEADER);
        TextCodec.write(out, requestDigest.hex());
        byte[] outcome = OUTCOME.encode(buildOutcome);
        out.writeInt(outcome.length);
        out.write(outcome);
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

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private Optional<BuildState.SavedBuildState> parse(byte[] bytes, Optional<Object> stamp) {
        int length = bytes.length - Integer.BYTES;
        if (length < HEADER.length
                || !Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)
                || crc(bytes, length) != ByteBuffer.wrap(bytes).getInt(length)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, HEADER.length, length - HEADER.length);
        if (!TextCodec.parse(in).equals(requestDigest.hex())) {
            return Optional.empty();
        }
        byte[] encoded = new byte[in.getInt()];
        in.get(encoded);
        Optional<BuildState.BuildOutcome> outcome = OUTCOME.decode(encoded, 0);
        if (outcome.isEmpty()) {
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
        return Optional.of(new BuildState.SavedBuildState(outcome.get(), looks, stamp));
    }
}
