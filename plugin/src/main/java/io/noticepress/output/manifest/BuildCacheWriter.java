package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.AppendLog;
import io.noticepress.store.DigestTable;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/** The tables of a {@link BuildCache} being written, beside those they shall replace. */
public final class BuildCacheWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 17;
    private static final AppendLog.LogFileId NO_LOG = new AppendLog.LogFileId(0, new UUID(0, 0));

    private final FileOps fileOps;
    private final FileChannel file;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private BuildCacheWriter(FileOps fileOps, Path path) throws IOException {
        this.fileOps = fileOps;
        this.file = fileOps.createOrTruncate(path);
    }

    /**
     * Writes tables, and waits until all of them are on disk.
     *
     * @param output the folder they speak of, as seen from the work folder
     * @param commit that makes all of this true; of no meaning where there is no site
     */
    public static void write(
            FileOps fileOps,
            Path path,
            String output,
            Digest generator,
            String commit,
            Optional<FileTable> site,
            CacheSession.SavedEntries savedEntries)
            throws IOException {
        try (BuildCacheWriter draft = new BuildCacheWriter(fileOps, path)) {
            fileOps.append(draft.file, ByteBuffer.wrap(BuildCache.HEADER));
            draft.writeText(output);
            draft.writeDigest(generator);
            draft.writeText(commit);
            if (site.isPresent()) {
                draft.writeFiles(site.get());
            } else {
                draft.ensureRoom(3 * Integer.BYTES).putInt(0).putInt(0).putInt(0);
            }
            draft.writeIndex(savedEntries);
            draft.writeTrailer();
        }
    }

    private void writeFiles(FileTable site) throws IOException {
        DigestTable inputs = new DigestTable();
        ensureRoom(Integer.BYTES).putInt(site.size());
        int end = 0;
        for (int i = 0; i < site.size(); i++) {
            InputDigests from = site.inputs(i);
            end += site.path(i).getBytes(StandardCharsets.UTF_8).length;
            ensureRoom(Integer.BYTES).putInt(end);
            ensureRoom(Integer.BYTES).putInt(inputs.numberOf(from.environment()));
            ensureRoom(Integer.BYTES).putInt(inputs.numberOf(from.sources()));
            ensureRoom(Integer.BYTES).putInt(inputs.numberOf(from.references()));
            writeDigest(site.contentDigest(i));
            ensureRoom(Long.BYTES).putLong(site.crc(i));
            ensureRoom(Long.BYTES).putLong(site.size(i));
            ensureRoom(Long.BYTES).putLong(site.modifiedNanos(i));
        }
        ensureRoom(Integer.BYTES).putInt(end);
        for (int i = 0; i < site.size(); i++) {
            writeBlock(ByteBuffer.wrap(site.path(i).getBytes(StandardCharsets.UTF_8)));
        }
        ensureRoom(Integer.BYTES).putInt(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            writeDigest(inputs.get(i));
        }
    }

    private void writeIndex(CacheSession.SavedEntries savedEntries) throws IOException {
        AppendLog.LogFileId logFileId = savedEntries.logFile().orElse(NO_LOG);
        ensureRoom(Integer.BYTES).putInt(logFileId.number());
        ensureRoom(Long.BYTES).putLong(logFileId.uuid().getMostSignificantBits());
        ensureRoom(Long.BYTES).putLong(logFileId.uuid().getLeastSignificantBits());
        ensureRoom(Integer.BYTES).putInt(savedEntries.entries().size());
        savedEntries.entries().forEach((key, logEntry) -> {
            writeDigest(key);
            ensureRoom(Long.BYTES).putLong(logEntry.offset());
            ensureRoom(2 * Integer.BYTES).putInt(logEntry.length()).putInt(logEntry.crc());
        });
    }

    private void writeTrailer() throws IOException {
        flush();
        buffer.putInt((int) crc.getValue()).put(BuildCache.END_MARK).flip();
        fileOps.append(file, buffer);
        fileOps.sync(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void writeDigest(Digest digest) throws IOException {
        ensureRoom(Digest.BYTES)
                .putLong(digest.a())
                .putLong(digest.b())
                .putLong(digest.c())
                .putLong(digest.d());
    }

    private void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ensureRoom(Integer.BYTES).putInt(bytes.length);
        writeBlock(ByteBuffer.wrap(bytes));
    }

    private void writeBlock(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() <= BUFFER) {
            ensureRoom(bytes.remaining()).put(bytes);
        } else {
            flush();
            crc.update(bytes.duplicate());
            fileOps.append(file, bytes);
        }
    }

    /** The buffer, with room for so many bytes. */
    private ByteBuffer ensureRoom(int count) throws IOException {
        if (buffer.remaining() < count) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        fileOps.append(file, buffer);
        buffer.clear();
    }
}
