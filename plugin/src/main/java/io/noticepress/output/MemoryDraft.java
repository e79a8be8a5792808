package io.noticepress.output;

import io.noticepress.model.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
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
     * @param commit that makes all of this true; of no meaning where there are no pages
     */
    static void write(
            Disk disk,
            Path path,
            String output,
            Digest generator,
            String commit,
            SortedMap<String, Made> pages,
            Notebook.Kept kept)
            throws IOException {
        try (MemoryDraft draft = new MemoryDraft(disk, path)) {
            disk.append(draft.file, ByteBuffer.wrap(Memory.HEADER));
            draft.text(output);
            draft.digest(generator);
            draft.text(commit);
            draft.pages(pages);
            Pieces.Name name = kept.pieces().orElse(NONE);
            draft.have(Integer.BYTES).putInt(name.number());
            draft.have(Long.BYTES).putLong(name.mark().getMostSignificantBits());
            draft.have(Long.BYTES).putLong(name.mark().getLeastSignificantBits());
            draft.have(Integer.BYTES).putInt(kept.contents().size());
            draft.block(kept.contents().records());
            draft.end();
        }
    }

    private void pages(SortedMap<String, Made> pages) throws IOException {
        Map<Digest, Integer> numbers = new LinkedHashMap<>();
        for (Made made : pages.values()) {
            numbers.putIfAbsent(made.inputs().surroundings(), numbers.size());
            numbers.putIfAbsent(made.inputs().own(), numbers.size());
            numbers.putIfAbsent(made.inputs().listed(), numbers.size());
        }
        have(Integer.BYTES).putInt(numbers.size());
        for (Digest digest : numbers.keySet()) {
            digest(digest);
        }
        have(Integer.BYTES).putInt(pages.size());
        for (Map.Entry<String, Made> page : pages.entrySet()) {
            Made made = page.getValue();
            text(page.getKey());
            have(3 * Integer.BYTES)
                    .putInt(numbers.get(made.inputs().surroundings()))
                    .putInt(numbers.get(made.inputs().own()))
                    .putInt(numbers.get(made.inputs().listed()));
            digest(made.bytes());
            have(2 * Long.BYTES).putLong(made.size()).putLong(made.time());
        }
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
