package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file with a checksum that is only ever replaced as a whole: a draft is written beside it and renamed over it, so that a
 * reader sees either the old file or the new one.
 *
 * <pre>
 * header    "Noticepress journal 1\n": what the file is, and the version of its format; ASCII
 * body      up to the owner; numbers are big-endian, texts as in {@link TextCodec}
 * trailer   CRC-32C (RFC 3720, 12.1) of header and body, 4 bytes
 * </pre>
 */
public final class CheckedFile {
    private static final int BUFFER_BYTES = 1 << 17;

    /** Writes the body of a file. */
    public interface BodyWriter {
        void write(Writer out) throws IOException;
    }

    private final Path path;
    private final byte[] header;

    /**
     * A file that may or may not exist.
     *
     * @param format what the file is and the version of its format: {@code journal 1}
     */
    public CheckedFile(Path path, String format) {
        this.path = path;
        this.header = ("Noticepress " + format + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Where a file is written before it is renamed: {@code journal.new} beside {@code journal}. */
    public static Path draftOf(Path path) {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    /** Replaces the file. */
    public void replace(FileOps fileOps, BodyWriter body) throws IOException {
        writeDraft(fileOps, body);
        moveDraft(fileOps);
    }

    /** Writes the draft and waits until it is on disk; {@link #moveDraft} makes it the file. */
    void writeDraft(FileOps fileOps, BodyWriter body) throws IOException {
        try (FileChannel channel = fileOps.createOrTruncate(draftOf(path))) {
            Writer writer = new Writer(fileOps, channel);
            writer.write(header);
            body.write(writer);
            writer.flush();
            writer.writeInt((int) writer.crc.getValue());
            writer.flush();
            fileOps.sync(channel);
        }
    }

    void moveDraft(FileOps fileOps) throws IOException {
        fileOps.move(draftOf(path), path);
    }

    /** The whole body, in a buffer on the heap; empty if the file is damaged, foreign or of another version. */
    public Optional<ByteBuffer> readAll() throws IOException {
        Optional<Reader> reader = open();
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        try (Reader in = reader.get()) {
            return Optional.of(in.readBlock(in.length));
        }
    }

    /**
     * Opens the file if it is intact.
     *
     * @return empty if the file is damaged, foreign or of another version
     * @throws NoSuchFileException if there is none
     */
    public Optional<Reader> open() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean intact = false;
        try {
            intact = isIntact(channel);
            return intact ? Optional.of(new Reader(channel, header.length)) : Optional.empty();
        } finally {
            if (!intact) {
                channel.close();
            }
        }
    }

    private boolean isIntact(FileChannel channel) throws IOException {
        long end = channel.size() - Integer.BYTES;
        if (end < header.length
                || !FileOps.readFully(ByteBuffer.allocate(header.length), channel, 0)
                        .equals(ByteBuffer.wrap(header))) {
            return false;
        }
        CRC32C crc = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocate(BUFFER_BYTES);
        for (long at = 0; at < end; at += chunk.limit()) {
            chunk.clear().limit((int) Math.min(BUFFER_BYTES, end - at));
            crc.update(FileOps.readFully(chunk, channel, at));
        }
        return FileOps.readFully(ByteBuffer.allocate(Integer.BYTES), channel, end)
                        .getInt()
                == (int) crc.getValue();
    }

    /** Writes a body through a buffer. Closing or flushing it does not end the file. */
    public static final class Writer extends OutputStream {
        private final FileOps fileOps;
        private final FileChannel channel;
        private final CRC32C crc = new CRC32C();
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

        private Writer(FileOps fileOps, FileChannel channel) {
            this.fileOps = fileOps;
            this.channel = channel;
        }

        @Override
        public void write(int b) throws IOException {
            withRoom(1).put((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length <= BUFFER_BYTES) {
                withRoom(length).put(bytes, offset, length);
            } else {
                flush();
                append(ByteBuffer.wrap(bytes, offset, length));
            }
        }

        public void writeInt(int value) throws IOException {
            withRoom(Integer.BYTES).putInt(value);
        }

        public void writeLong(long value) throws IOException {
            withRoom(Long.BYTES).putLong(value);
        }

        public void writeDigest(Digest digest) throws IOException {
            digest.write(withRoom(Digest.BYTES));
        }

        public void writeText(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            writeInt(bytes.length);
            write(bytes);
        }

        @Override
        public void flush() throws IOException {
            append(buffer.flip());
            buffer.clear();
        }

        private void append(ByteBuffer bytes) throws IOException {
            crc.update(bytes.duplicate());
            fileOps.append(channel, bytes);
        }

        private ByteBuffer withRoom(int count) throws IOException {
            if (buffer.remaining() < count) {
                flush();
            }
            return buffer;
        }
    }

    /** Reads a body from beginning to end. */
    public static final class Reader extends DataInputStream {
        private final int length;

        private Reader(FileChannel channel, int start) throws IOException {
            super(new BufferedInputStream(Channels.newInputStream(channel.position(start)), BUFFER_BYTES));
            this.length = (int) (channel.size() - Integer.BYTES - start);
        }

        public Digest readDigest() throws IOException {
            return Digest.read(readBlock(Digest.BYTES));
        }

        public String readText() throws IOException {
            return new String(readBlock(readInt()).array(), StandardCharsets.UTF_8);
        }

        /** The next {@code length} bytes in a buffer of exactly that size. */
        public ByteBuffer readBlock(int length) throws IOException {
            byte[] block = new byte[length];
            readFully(block);
            return ByteBuffer.wrap(block);
        }
    }
}
