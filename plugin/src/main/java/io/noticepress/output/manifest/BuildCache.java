package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.store.AppendLog;
import io.noticepress.store.FileOps;
import io.noticepress.store.LogIndex;
import io.noticepress.store.TextCodec;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * What the last build left in the work folder to be remembered: tables, written anew by each build, and {@link AppendLog}, to which
 * each build adds. The tables are written by {@link BuildCacheWriter}:
 *
 * <pre>
 * header    "Noticepress memory 4\n"
 * head      output folder, generator, commit
 * site      {@link Manifest}: records, paths, and the digests of what files were made from
 * pieces    number and mark of their file; {@link LogIndex}
 * trailer   CRC-32C of all between header and trailer (4), "over" (4)
 * </pre>
 *
 * Pieces stay on disk until they are asked for: the findings of 200,000 texts would not fit in the heap. Damage to the tables
 * makes the whole memory void, damage to a piece only that piece.
 */
public final class BuildCache {
    static final byte[] HEADER = "Noticepress memory 4\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] END_MARK = "over".getBytes(StandardCharsets.US_ASCII);
    static final int TRAILER_BYTES = Integer.BYTES + END_MARK.length;

    private static final int BUFFER = 1 << 17;

    private final FileOps fileOps;
    private final Path path;
    private Manifest manifest = Manifest.EMPTY;
    private LogIndex index = LogIndex.EMPTY;
    private Optional<AppendLog> log = Optional.empty();
    private String commitId = "";
    private Optional<Message> lossReason = Optional.empty();

    private BuildCache(FileOps fileOps, Path path) {
        this.fileOps = fileOps;
        this.path = path;
    }

    /**
     * Reads the memory, as far as it is one.
     *
     * @param output the folder it must speak of, as seen from the work folder: {@code ../site}
     * @param generator pieces of any other are void
     */
    public static BuildCache read(FileOps fileOps, Path path, String output, Digest generator) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (isIntact(file)) {
                BuildCache buildCache = new BuildCache(fileOps, path);
                buildCache.parse(new TableReader(file, HEADER.length), output, generator);
                return buildCache;
            }
            return unusable(
                    fileOps,
                    path,
                    Message.of("构建记录已损坏，或来自其他版本", "the memory of earlier builds is damaged, or of another version"));
        } catch (NoSuchFileException e) {
            return unusable(fileOps, path, Message.of("没有以往构建的记录", "there is no memory of an earlier build"));
        } catch (IOException e) {
            return unusable(
                    fileOps,
                    path,
                    Message.of("构建记录无法读取（{0}）", "the memory of earlier builds cannot be read ({0})", e.getMessage()));
        }
    }

    private static BuildCache unusable(FileOps fileOps, Path path, Message why) {
        BuildCache buildCache = new BuildCache(fileOps, path);
        buildCache.lossReason = Optional.of(why);
        return buildCache;
    }

    /** The site's files. */
    public Manifest manifest() {
        return manifest;
    }

    /** Where pieces stand, by their keys. */
    LogIndex index() {
        return index;
    }

    /** The pieces, if there are any. */
    public Optional<AppendLog> log() {
        return log;
    }

    /** Which commit wrote it. */
    public String commitId() {
        return commitId;
    }

    /** Why there is less in it than an earlier build has put there. */
    public Optional<Message> lossReason() {
        return lossReason;
    }

    /** A new file for pieces. */
    AppendLog createLog(int number) throws IOException {
        return AppendLog.create(fileOps, path, number);
    }

    /** Takes away what other files for pieces there are. */
    public void deleteOtherLogs(Optional<AppendLog.LogFileId> current) throws IOException {
        Optional<Path> keep = current.map(logFileId -> AppendLog.logFile(path, logFileId.number()));
        for (Path each : AppendLog.withLogFiles(path)) {
            if (!each.equals(path) && !Optional.of(each).equals(keep)) {
                fileOps.delete(each);
            }
        }
    }

    private static boolean isIntact(FileChannel file) throws IOException {
        long end = file.size() - TRAILER_BYTES;
        if (end < HEADER.length
                || !FileOps.readFully(ByteBuffer.allocate(HEADER.length), file, 0)
                        .equals(ByteBuffer.wrap(HEADER))) {
            return false;
        }
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = HEADER.length; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, end - at));
            crc.update(FileOps.readFully(buffer, file, at));
        }
        ByteBuffer trailer = FileOps.readFully(ByteBuffer.allocate(TRAILER_BYTES), file, end);
        return trailer.getInt() == (int) crc.getValue() && trailer.equals(ByteBuffer.wrap(END_MARK));
    }

    private void parse(TableReader in, String output, Digest generator) throws IOException {
        boolean sameOutput = in.readText().equals(output);
        boolean sameGenerator = in.readDigest().equals(generator);
        commitId = in.readText();
        ByteBuffer records = in.readBlock(in.readInt() * Manifest.RECORD_BYTES);
        ByteBuffer paths = in.readBlock(in.readInt());
        ByteBuffer digests = in.readBlock(in.readInt() * Digest.BYTES);
        AppendLog.LogFileId logFileId = new AppendLog.LogFileId(in.readInt(), new UUID(in.readLong(), in.readLong()));
        index = new LogIndex(in.readBlock(in.readInt() * LogIndex.RECORD_BYTES));
        if (sameOutput) {
            manifest = new Manifest(records, paths.array(), digests);
        } else {
            lossReason = Optional.of(Message.of("构建记录属于另一个输出文件夹", "the memory is of another output folder"));
        }
        if (!sameGenerator) {
            index = LogIndex.EMPTY;
            lossReason = Optional.of(Message.of("构建记录来自另一版本", "the memory is of another version of the generator"));
        }
        if (index.size() > 0) {
            log = AppendLog.open(fileOps, path, logFileId);
            if (log.isEmpty()) {
                index = LogIndex.EMPTY;
                Message incomplete = Message.of("构建记录不完整", "the memory of earlier builds is incomplete");
                lossReason = Optional.of(lossReason.orElse(incomplete));
            }
        }
    }

    public static Digest parseDigest(ByteBuffer in) {
        return new Digest(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /** Tables being read from one end to the other, a stretch at a time. */
    private static final class TableReader {
        private final FileChannel file;
        private ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private long next;

        TableReader(FileChannel file, long start) {
            this.file = file;
            this.next = start;
        }

        private ByteBuffer ensure(int count) throws IOException {
            if (buffer.remaining() < count) {
                ByteBuffer more = ByteBuffer.allocate(Math.max(BUFFER, count)).put(buffer);
                int rest = more.position();
                FileOps.readFully(more, file, next);
                next += more.limit() - rest;
                buffer = more;
                if (more.limit() < count) {
                    throw new EOFException("the tables end before they should");
                }
            }
            return buffer;
        }

        int readInt() throws IOException {
            return ensure(Integer.BYTES).getInt();
        }

        long readLong() throws IOException {
            return ensure(Long.BYTES).getLong();
        }

        Digest readDigest() throws IOException {
            return BuildCache.parseDigest(ensure(Digest.BYTES));
        }

        String readText() throws IOException {
            int length = ensure(Integer.BYTES).getInt(buffer.position());
            return TextCodec.parse(ensure(Integer.BYTES + length));
        }

        ByteBuffer readBlock(int length) throws IOException {
            ByteBuffer block = ByteBuffer.allocate(length);
            int buffered = Math.min(length, buffer.remaining());
            block.put(buffer.slice().limit(buffered));
            buffer.position(buffer.position() + buffered);
            FileOps.readFully(block, file, next);
            if (block.limit() < length) {
                throw new EOFException("the tables end before they should");
            }
            next += length - buffered;
            return block;
        }
    }
}
