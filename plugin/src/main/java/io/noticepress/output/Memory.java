package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.Message;
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
 * What the last build left in the work folder to be remembered: tables, written anew by each build, and {@link Pieces}, to which
 * each build adds. The tables are written by {@link MemoryDraft}:
 *
 * <pre>
 * header    "Noticepress memory 4\n"
 * head      output folder, generator, commit
 * site      {@link Manifest}: records, paths, and the digests of what files were made from
 * pieces    number and mark of their file; {@link Contents}
 * trailer   CRC-32C of all between header and trailer (4), "over" (4)
 * </pre>
 *
 * Pieces stay on disk until they are asked for: the findings of 200,000 texts would not fit in the heap. Damage to the tables
 * makes the whole memory void, damage to a piece only that piece.
 */
final class Memory {
    static final byte[] HEADER = "Noticepress memory 4\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] OVER = "over".getBytes(StandardCharsets.US_ASCII);
    static final int TRAILER = Integer.BYTES + OVER.length;

    private static final int BUFFER = 1 << 17;

    private final Disk disk;
    private final Path path;
    private Manifest site = Manifest.NONE;
    private Contents contents = Contents.NONE;
    private Optional<Pieces> pieces = Optional.empty();
    private String commit = "";
    private Optional<Message> lost = Optional.empty();

    private Memory(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    /**
     * Reads the memory, as far as it is one.
     *
     * @param output the folder it must speak of, as seen from the work folder: {@code ../site}
     * @param generator pieces of any other are void
     */
    static Memory read(Disk disk, Path path, String output, Digest generator) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (isWhole(file)) {
                Memory memory = new Memory(disk, path);
                memory.parse(new Tables(file, HEADER.length), output, generator);
                return memory;
            }
            return forgotten(
                    disk,
                    path,
                    Message.of("构建记录已损坏，或来自其他版本", "the memory of earlier builds is damaged, or of another version"));
        } catch (NoSuchFileException e) {
            return forgotten(disk, path, Message.of("没有以往构建的记录", "there is no memory of an earlier build"));
        } catch (IOException e) {
            return forgotten(
                    disk,
                    path,
                    Message.of("构建记录无法读取（{0}）", "the memory of earlier builds cannot be read ({0})", e.getMessage()));
        }
    }

    private static Memory forgotten(Disk disk, Path path, Message why) {
        Memory memory = new Memory(disk, path);
        memory.lost = Optional.of(why);
        return memory;
    }

    /** The site's files. */
    Manifest site() {
        return site;
    }

    /** Where pieces stand, by their keys. */
    Contents contents() {
        return contents;
    }

    /** The pieces, if there are any. */
    Optional<Pieces> pieces() {
        return pieces;
    }

    /** Which commit wrote it. */
    String commit() {
        return commit;
    }

    /** Why there is less in it than an earlier build has put there. */
    Optional<Message> lost() {
        return lost;
    }

    /** A new file for pieces. */
    Pieces begin(int number) throws IOException {
        return Pieces.empty(disk, path, number);
    }

    /** Takes away what other files for pieces there are. */
    void sweep(Optional<Pieces.Name> current) throws IOException {
        Optional<Path> keep = current.map(name -> Pieces.path(path, name.number()));
        for (Path each : Pieces.with(path)) {
            if (!each.equals(path) && !Optional.of(each).equals(keep)) {
                disk.delete(each);
            }
        }
    }

    private static boolean isWhole(FileChannel file) throws IOException {
        long end = file.size() - TRAILER;
        if (end < HEADER.length
                || !Disk.fill(ByteBuffer.allocate(HEADER.length), file, 0).equals(ByteBuffer.wrap(HEADER))) {
            return false;
        }
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = HEADER.length; at < end; at += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, end - at));
            crc.update(Disk.fill(buffer, file, at));
        }
        ByteBuffer trailer = Disk.fill(ByteBuffer.allocate(TRAILER), file, end);
        return trailer.getInt() == (int) crc.getValue() && trailer.equals(ByteBuffer.wrap(OVER));
    }

    private void parse(Tables in, String output, Digest generator) throws IOException {
        boolean sameOutput = in.text().equals(output);
        boolean sameGenerator = in.digest().equals(generator);
        commit = in.text();
        ByteBuffer records = in.block(in.number() * Manifest.RECORD);
        ByteBuffer paths = in.block(in.number());
        ByteBuffer digests = in.block(in.number() * Digest.BYTES);
        Pieces.Name name = new Pieces.Name(in.number(), new UUID(in.quantity(), in.quantity()));
        contents = new Contents(in.block(in.number() * Contents.RECORD));
        if (sameOutput) {
            site = new Manifest(records, paths.array(), digests);
        } else {
            lost = Optional.of(Message.of("构建记录属于另一个输出文件夹", "the memory is of another output folder"));
        }
        if (!sameGenerator) {
            contents = Contents.NONE;
            lost = Optional.of(Message.of("构建记录来自另一版本", "the memory is of another version of the generator"));
        }
        if (contents.size() > 0) {
            pieces = Pieces.kept(disk, path, name);
            if (pieces.isEmpty()) {
                contents = Contents.NONE;
                Message incomplete = Message.of("构建记录不完整", "the memory of earlier builds is incomplete");
                lost = Optional.of(lost.orElse(incomplete));
            }
        }
    }

    static Digest digest(ByteBuffer in) {
        return new Digest(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /** Tables being read from one end to the other, a stretch at a time. */
    private static final class Tables {
        private final FileChannel file;
        private ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private long next;

        Tables(FileChannel file, long start) {
            this.file = file;
            this.next = start;
        }

        private ByteBuffer have(int count) throws IOException {
            if (buffer.remaining() < count) {
                ByteBuffer more = ByteBuffer.allocate(Math.max(BUFFER, count)).put(buffer);
                int rest = more.position();
                Disk.fill(more, file, next);
                next += more.limit() - rest;
                buffer = more;
                if (more.limit() < count) {
                    throw new EOFException("the tables end before they should");
                }
            }
            return buffer;
        }

        int number() throws IOException {
            return have(Integer.BYTES).getInt();
        }

        long quantity() throws IOException {
            return have(Long.BYTES).getLong();
        }

        Digest digest() throws IOException {
            return Memory.digest(have(Digest.BYTES));
        }

        String text() throws IOException {
            int length = have(Integer.BYTES).getInt(buffer.position());
            return TextCodec.parse(have(Integer.BYTES + length));
        }

        ByteBuffer block(int length) throws IOException {
            ByteBuffer block = ByteBuffer.allocate(length);
            int buffered = Math.min(length, buffer.remaining());
            block.put(buffer.slice().limit(buffered));
            buffer.position(buffer.position() + buffered);
            Disk.fill(block, file, next);
            if (block.limit() < length) {
                throw new EOFException("the tables end before they should");
            }
            next += length - buffered;
            return block;
        }
    }
}
