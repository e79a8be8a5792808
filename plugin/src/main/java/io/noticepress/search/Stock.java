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
 * The shards of a language and what was said of its notices, in a file that is kept for the next index, which adds to it. What
 * each adds is a stretch of its own; after it stand tables of all shards and notices that are in use, the ends and checksums of
 * the stretches, and a checksum of that. For one thread; what was added may be read by several.
 */
final class Stock implements AutoCloseable {
    private static final int END = 2 * Long.BYTES + Integer.BYTES;
    private static final int PIECE = 1 << 18;

    /** Which form the file has: one of another generator may have another. */
    private static final long FORM = 4;

    /** A notice: a digest of all by which it is found, and where the {@link Account} of it stands. */
    record Entry(Digest key, long place, int length) {}

    private record Stretch(long start, long end, int checksum) {}

    private final Path path;
    private final Scratch file;
    private final Spool spool;
    private final List<Stretch> stretches = new ArrayList<>();
    private List<Shard> terms = List.of();
    private List<Shard> positions = List.of();
    private List<Entry> notices = List.of();
    private Common common = Common.NOTHING;
    private final long start;

    private Stock(Path path, Scratch file) {
        this.path = path;
        this.file = file;
        this.spool = new Spool(file);
        this.start = file.end();
    }

    /** An empty one beside a place, until it is kept there. */
    static Stock beside(Path place) {
        try {
            Path path = place.resolveSibling(place.getFileName() + ".tmp");
            return new Stock(path, Scratch.at(path));
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
        Stock stock = new Stock(path, file);
        if (stock.read()) {
            return Optional.of(stock);
        }
        file.close();
        return Optional.empty();
    }

    private boolean read() {
        if (start < END) {
            return false;
        }
        ByteBuffer end = ByteBuffer.wrap(file.read(start - END, END));
        long tables = end.getLong();
        int checksum = end.getInt();
        if (tables < 0
                || tables > start - END
                || checksum != checksum(tables, start - END)
                || end.getLong() != (FORM ^ ~tables)) {
            return false;
        }
        Reader reader = new Reader(file, tables, start - END, 0, 0);
        for (int left = reader.number(); left > 0; left--) {
            stretches.add(new Stretch(
                    reader.place(),
                    reader.place(),
                    ByteBuffer.wrap(reader.raw(4)).getInt()));
        }
        terms = shards(reader);
        positions = shards(reader);
        notices = new ArrayList<>();
        for (int left = reader.number(); left > 0; left--) {
            notices.add(new Entry(Digest.of(reader.raw(Digest.BYTES), 0), reader.place(), reader.number()));
        }
        common = Common.read(reader);
        return stretches.stream().allMatch(part -> part.checksum() == checksum(part.start(), part.end()));
    }

    private static List<Shard> shards(Reader reader) {
        List<Shard> shards = new ArrayList<>();
        for (int left = reader.number(); left > 0; left--) {
            shards.add(new Shard(
                    reader.text(),
                    reader.text(),
                    reader.number(),
                    reader.place(),
                    reader.number(),
                    Digest.of(reader.raw(Digest.BYTES), 0)));
        }
        return shards;
    }

    private int checksum(long from, long to) {
        CRC32C checksum = new CRC32C();
        for (long at = from; at < to; at += PIECE) {
            checksum.update(file.read(at, (int) Math.min(PIECE, to - at)));
        }
        return (int) checksum.getValue();
    }

    List<Shard> terms() {
        return terms;
    }

    List<Shard> positions() {
        return positions;
    }

    /** The notices, by their numbers. */
    List<Entry> notices() {
        return notices;
    }

    Common common() {
        return common;
    }

    /** What was said of a notice. */
    Account account(int number) {
        Entry entry = notices.get(number);
        return Account.read(new Reader(file, entry.place(), entry.place() + entry.length(), 0, 0));
    }

    /** Keeps a notice of another one, or of itself. */
    Entry keep(Stock from, int number) {
        Entry entry = from.notices.get(number);
        return from == this
                ? entry
                : new Entry(entry.key(), add(from.read(entry.place(), entry.length())), entry.length());
    }

    /** Whether less than half of it is in use. */
    boolean isWorn() {
        long used = 0;
        for (List<Shard> shards : List.of(terms, positions)) {
            used += shards.stream().mapToLong(Shard::length).sum();
        }
        used += notices.stream().mapToLong(Entry::length).sum();
        return file.end() > 2 * used + (1 << 20);
    }

    /** Adds bytes; says where they begin. */
    long add(byte[] bytes) {
        return spool.add(bytes);
    }

    /** What was added at a place. */
    byte[] read(long place, int length) {
        return file.read(place, length);
    }

    /** Ends it: this is what is in use. If it is what the last index used, it stays as it is. */
    void end(List<Shard> terms, List<Shard> positions, List<Entry> notices, Common common) {
        boolean same = terms.equals(this.terms)
                && positions.equals(this.positions)
                && notices.equals(this.notices)
                && common.equals(this.common);
        if (same && start > 0 && spool.end() == start) {
            return;
        }
        spool.flush();
        this.terms = terms;
        this.positions = positions;
        this.notices = notices;
        this.common = common;
        stretches.add(new Stretch(start, file.end(), checksum(start, file.end())));
        Bytes out = new Bytes(1 << 16);
        out.number(stretches.size());
        for (Stretch part : stretches) {
            out.place(part.start());
            out.place(part.end());
            out.raw(ByteBuffer.allocate(4).putInt(part.checksum()).array());
        }
        for (List<Shard> shards : List.of(terms, positions)) {
            out.number(shards.size());
            for (Shard shard : shards) {
                out.text(shard.first());
                out.text(shard.last());
                out.number(shard.size());
                out.place(shard.place());
                out.number(shard.length());
                out.raw(shard.digest());
            }
        }
        out.number(notices.size());
        for (Entry notice : notices) {
            out.raw(notice.key());
            out.place(notice.place());
            out.number(notice.length());
        }
        common.write(out);
        long tables = file.add(out.array(), out.length());
        byte[] end = ByteBuffer.allocate(END)
                .putLong(tables)
                .putInt(checksum(tables, file.end()))
                .putLong(FORM ^ ~tables)
                .array();
        file.add(end, end.length);
    }

    /** Puts it where the next index looks for it. */
    void keep(Path place) {
        try {
            if (!path.equals(place)) {
                Files.move(path, place, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
