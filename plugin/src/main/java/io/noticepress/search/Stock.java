package io.noticepress.search;

import io.noticepress.model.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is written of all terms of a language, in a file that is kept for the next index: for each term in order the term, how
 * many notices have it, how many bytes its two parts have, how many the first one, and the parts; then a digest of each notice;
 * at the end how many terms and notices there are and a checksum of all. For one thread.
 */
final class Stock implements AutoCloseable {
    private static final int END = 2 * Integer.BYTES + Long.BYTES;
    private static final int PIECE = 1 << 18;

    private final Path path;
    private final Scratch file;
    private final int terms;
    private final List<Digest> notices;
    private final Bytes pending = new Bytes(PIECE);
    private final CRC32C checksum = new CRC32C();
    private int added;

    private Stock(Path path, Scratch file, int terms, List<Digest> notices) {
        this.path = path;
        this.file = file;
        this.terms = terms;
        this.notices = notices;
    }

    /** An empty one in the folder of another file; gone when it is closed, unless it is kept. */
    static Stock beside(Path other) {
        try {
            Path path = Files.createTempFile(other.getParent(), "search-", ".tmp");
            return new Stock(path, Scratch.at(path), 0, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was kept; empty if there is none or if it is damaged. */
    static Optional<Stock> kept(Path path) {
        Scratch file;
        try {
            file = Scratch.kept(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<Stock> stock = read(path, file);
        if (stock.isEmpty()) {
            file.close();
        }
        return stock;
    }

    private static Optional<Stock> read(Path path, Scratch file) {
        long body = file.end() - END;
        if (body < 0) {
            return Optional.empty();
        }
        ByteBuffer end = ByteBuffer.wrap(file.read(body, END));
        int terms = end.getInt();
        int notices = end.getInt();
        CRC32C checksum = new CRC32C();
        for (long at = 0; at < body + 2 * Integer.BYTES; at += PIECE) {
            checksum.update(file.read(at, (int) Math.min(PIECE, body + 2 * Integer.BYTES - at)));
        }
        if (checksum.getValue() != end.getLong()) {
            return Optional.empty();
        }
        byte[] digests = file.read(body - (long) notices * Digest.BYTES, notices * Digest.BYTES);
        List<Digest> all = new ArrayList<>(notices);
        for (int i = 0; i < notices; i++) {
            all.add(Digest.of(digests, i * Digest.BYTES));
        }
        return Optional.of(new Stock(path, file, terms, all));
    }

    /** The digests of the notices, by their numbers. */
    List<Digest> notices() {
        return notices;
    }

    /** Reads it from the beginning. */
    Reader reader() {
        return new Reader(file, 0, file.end() - END - (long) notices.size() * Digest.BYTES, 0, terms);
    }

    /** Adds a term and its two parts; says where the first begins, the second follows it. */
    long add(String term, int count, byte[] first, byte[] second) {
        if (pending.length() + first.length + second.length > PIECE - 1024) {
            flush();
        }
        pending.text(term);
        pending.number(count);
        pending.number(first.length + second.length);
        pending.number(first.length);
        long place = file.end() + pending.length();
        pending.raw(first);
        pending.raw(second);
        added++;
        return place;
    }

    /** What was added at a place. */
    byte[] read(long place, int length) {
        return file.read(place, length);
    }

    /** Ends it. */
    void end(List<Digest> all) {
        ByteBuffer digests = ByteBuffer.allocate(all.size() * Digest.BYTES + 2 * Integer.BYTES);
        for (Digest digest : all) {
            digests.putLong(digest.a()).putLong(digest.b()).putLong(digest.c()).putLong(digest.d());
        }
        digests.putInt(added).putInt(all.size());
        pending.raw(digests.array());
        flush();
        byte[] sum =
                ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
        file.add(sum, sum.length);
    }

    private void flush() {
        checksum.update(pending.array(), 0, pending.length());
        file.add(pending.array(), pending.length());
        pending.clear();
    }

    /** Puts it where the next index looks for it. */
    void keep(Path place) {
        file.close();
        try {
            Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        file.close();
        if (terms == 0) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
