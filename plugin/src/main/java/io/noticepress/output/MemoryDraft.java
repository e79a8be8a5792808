package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.ProblemForm;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** A {@link Memory} being written, beside the one it shall replace. Thread-safe. */
final class MemoryDraft implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Disk disk;
    private final Path path;
    private final FileChannel file;

    MemoryDraft(Disk disk, Path path) throws IOException {
        this.disk = disk;
        this.path = path;
        this.file = disk.create(path);
        disk.append(file, ByteBuffer.wrap(Memory.HEADER));
    }

    /** Adds a text's findings; they can be read back at once. */
    synchronized Memory.Piece add(byte[] bytes) throws IOException {
        Memory.Piece piece = new Memory.Piece(file.position(), bytes.length, Memory.crc(bytes));
        disk.append(file, ByteBuffer.wrap(bytes));
        return piece;
    }

    /** Adds a stretch of the last memory as it is; says where it begins now. */
    synchronized long add(FileChannel last, long offset, long length) throws IOException {
        long start = file.position();
        disk.copy(last, offset, length, file);
        return start;
    }

    /** The channel to read pieces back from. */
    FileChannel file() {
        return file;
    }

    /** Adds the tables, and waits until all of it is on disk. */
    synchronized void finish(
            String output,
            Digest generator,
            String commit,
            SortedMap<String, Made> pages,
            Map<Digest, Memory.Piece> findings)
            throws IOException {
        ByteBuffer start =
                ByteBuffer.allocate(Long.BYTES).putLong(file.position()).flip();
        CRC32C crc = new CRC32C();
        crc.update(start.duplicate());
        CheckedOutputStream checked = new CheckedOutputStream(new Appender(disk, file), crc);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
        ProblemForm.text(out, output);
        digest(out, generator);
        ProblemForm.text(out, commit);
        Map<Digest, Integer> surroundings = new LinkedHashMap<>();
        for (Made made : pages.values()) {
            surroundings.putIfAbsent(made.inputs().surroundings(), surroundings.size());
        }
        out.writeInt(surroundings.size());
        for (Digest digest : surroundings.keySet()) {
            digest(out, digest);
        }
        out.writeInt(pages.size());
        for (Map.Entry<String, Made> page : pages.entrySet()) {
            Made made = page.getValue();
            ProblemForm.text(out, page.getKey());
            out.writeInt(surroundings.get(made.inputs().surroundings()));
            digest(out, made.inputs().own());
            digest(out, made.inputs().listed());
            digest(out, made.bytes());
            out.writeLong(made.size());
            out.writeLong(made.time());
        }
        out.writeInt(findings.size());
        for (Map.Entry<Digest, Memory.Piece> text : findings.entrySet()) {
            digest(out, text.getKey());
            out.writeLong(text.getValue().offset());
            out.writeInt(text.getValue().length());
            out.writeInt(text.getValue().crc());
        }
        out.flush();
        ByteBuffer trailer = ByteBuffer.allocate(Memory.TRAILER)
                .put(start)
                .putInt((int) crc.getValue())
                .put(Memory.OVER)
                .flip();
        disk.append(file, trailer);
        disk.sync(file);
    }

    /** Closes the file and puts it in the place of the memory so far. */
    void install(Path memory) throws IOException {
        file.close();
        disk.move(path, memory);
    }

    /** Gives it up, unless it is installed. */
    @Override
    public void close() throws IOException {
        file.close();
        disk.delete(path);
    }

    private static void digest(DataOutputStream out, Digest digest) throws IOException {
        out.writeLong(digest.a());
        out.writeLong(digest.b());
        out.writeLong(digest.c());
        out.writeLong(digest.d());
    }
}
