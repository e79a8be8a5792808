package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.plan.InputDigests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/** The tables of a {@link Memory} being written, beside those they shall replace. */
final class MemoryDraft implements AutoCloseable {
    private static final int BUFFER = 1 << 17;
    private static final Pieces.Name NONE = new Pieces.Name(0, new UUID(0, 0));

    private final Disk disk;
    private final FileChannel file;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private MemoryDraft(Disk disk, Path path) throws IOException {
        this.disk = disk;
        this.file = disk.create(path);
    }

    /**
     * Writes tables, and waits until all of them are on disk.
     *
     * @param output the folder they speak of, as seen from the work folder
     * @param commit that makes all of this true; of no meaning where there is no site
     */
    static void write(
            Disk disk,
            Path path,
            String output,
            Digest generator,
            String commit,
            Optional<FileTable> site,
            Notebook.Kept kept)
            throws IOException {
        try (MemoryDraft draft = new MemoryDraft(disk, path)) {
            disk.append(draft.file, ByteBuffer.wrap(Memory.HEADER));
            draft.text(output);
            draft.digest(generator);
            draft.text(commit);
            if (site.isPresent()) {
                draft.site(site.get());
            } else {
                draft.have(3 * Integer.BYTES).putInt(0).putInt(0).putInt(0);
            }
            draft.pieces(kept);
            draft.end();
        }
    }

    private void site(FileTable site) throws IOException {
        Digests inputs = new Digests();
        have(Integer.BYTES).putInt(site.size());
        int end = 0;
        for (int i = 0; i < site.size(); i++) {
            InputDigests from = site.inputs(i);
            end += site.path(i).getBytes(StandardCharsets.UTF_8).length;
            have(Integer.BYTES).putInt(end);
            have(Integer.BYTES).putInt(inputs.number(from.environment()));
            have(Integer.BYTES).putInt(inputs.number(from.sources()));
            have(Integer.BYTES).putInt(inputs.number(from.references()));
            digest(site.bytes(i));
            have(Long.BYTES).putLong(site.crc(i));
            have(Long.BYTES).putLong(site.size(i));
            have(Long.BYTES).putLong(site.time(i));
        }
        have(Integer.BYTES).putInt(end);
        for (int i = 0; i < site.size(); i++) {
            block(ByteBuffer.wrap(site.path(i).getBytes(StandardCharsets.UTF_8)));
        }
        have(Integer.BYTES).putInt(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            digest(inputs.get(i));
        }
    }

    private void pieces(Notebook.Kept kept) throws IOException {
        Pieces.Name name = kept.pieces().orElse(NONE);
        have(Integer.BYTES).putInt(name.number());
        have(Long.BYTES).putLong(name.mark().getMostSignificantBits());
        have(Long.BYTES).putLong(name.mark().getLeastSignificantBits());
        have(Integer.BYTES).putInt(kept.contents().size());
        kept.contents().each((key, piece) -> {
            digest(key);
            have(Long.BYTES).putLong(piece.offset());
            have(2 * Integer.BYTES).putInt(piece.length()).putInt(piece.crc());
        });
    }

    private void end() throws IOException {
        flush();
        buffer.putInt((int) crc.getValue()).put(Memory.OVER).flip();
        disk.append(file, buffer);
        disk.sync(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void digest(Digest digest) throws IOException {
        have(Digest.BYTES)
                .putLong(digest.a())
                .putLong(digest.b())
                .putLong(digest.c())
                .putLong(digest.d());
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        have(Integer.BYTES).putInt(bytes.length);
        block(ByteBuffer.wrap(bytes));
    }

    private void block(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() <= BUFFER) {
            have(bytes.remaining()).put(bytes);
        } else {
            flush();
            crc.update(bytes.duplicate());
            disk.append(file, bytes);
        }
    }

    /** The buffer, with room for so many bytes. */
    private ByteBuffer have(int count) throws IOException {
        if (buffer.remaining() < count) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        disk.append(file, buffer);
        buffer.clear();
    }
}
