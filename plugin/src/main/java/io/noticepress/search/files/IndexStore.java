package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.AppendFile;
import io.noticepress.search.codec.BufferedAppender;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.codec.SegmentReader;
import io.noticepress.search.phrases.CommonPhrases;
import io.noticepress.search.text.DocRecord;
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
public final class IndexStore implements AutoCloseable {
    private static final int TRAILER_LENGTH = 2 * Long.BYTES + Integer.BYTES;
    private static final int CHUNK_SIZE = 1 << 18;

    /** Which form the file has: one of another generator may have another. */
    private static final long FORMAT = 4;

    /** A notice: a digest of all by which it is found, and where the {@link DocRecord} of it stands. */
    public record DocEntry(Digest key, long offset, int length) {}

    private record CheckedRange(long start, long end, int checksum) {}

    private final Path path;
    private final AppendFile file;
    private final BufferedAppender appender;
    private final List<CheckedRange> ranges = new ArrayList<>();
    private List<Shard> terms = List.of();
    private List<Shard> positions = List.of();
    private List<DocEntry> notices = List.of();
    private CommonPhrases commonPhrases = CommonPhrases.NONE;
    private final long startOffset;

    private IndexStore(Path path, AppendFile file) {
        this.path = path;
        this.file = file;
        this.appender = new BufferedAppender(file);
        this.startOffset = file.end();
    }

    /** An empty one beside a place, until it is kept there. */
    public static IndexStore createBeside(Path place) {
        try {
            Path path = place.resolveSibling(place.getFileName() + ".tmp");
            return new IndexStore(path, AppendFile.create(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was kept; empty if there is none or if it is damaged. */
    public static Optional<IndexStore> open(Path path) {
        AppendFile file;
        try {
            file = AppendFile.open(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IndexStore indexStore = new IndexStore(path, file);
        if (indexStore.read()) {
            return Optional.of(indexStore);
        }
        file.close();
        return Optional.empty();
    }

    private boolean read() {
        if (startOffset < TRAILER_LENGTH) {
            return false;
        }
        ByteBuffer end = ByteBuffer.wrap(file.read(startOffset - TRAILER_LENGTH, TRAILER_LENGTH));
        long tables = end.getLong();
        int checksum = end.getInt();
        if (tables < 0
                || tables > startOffset - TRAILER_LENGTH
                || checksum != checksum(tables, startOffset - TRAILER_LENGTH)
                || end.getLong() != (FORMAT ^ ~tables)) {
            return false;
        }
        SegmentReader segmentReader = new SegmentReader(file, tables, startOffset - TRAILER_LENGTH, 0, 0);
        for (int left = segmentReader.readNumber(); left > 0; left--) {
            ranges.add(new CheckedRange(
                    segmentReader.readOffset(),
                    segmentReader.readOffset(),
                    ByteBuffer.wrap(segmentReader.readBytes(4)).getInt()));
        }
        terms = readShards(segmentReader);
        positions = readShards(segmentReader);
        notices = new ArrayList<>();
        for (int left = segmentReader.readNumber(); left > 0; left--) {
            notices.add(new DocEntry(
                    Digest.of(segmentReader.readBytes(Digest.BYTES), 0),
                    segmentReader.readOffset(),
                    segmentReader.readNumber()));
        }
        commonPhrases = CommonPhrases.read(segmentReader);
        return ranges.stream().allMatch(part -> part.checksum() == checksum(part.start(), part.end()));
    }

    private static List<Shard> readShards(SegmentReader segmentReader) {
        List<Shard> shards = new ArrayList<>();
        for (int left = segmentReader.readNumber(); left > 0; left--) {
            shards.add(new Shard(
                    segmentReader.readText(),
                    segmentReader.readText(),
                    segmentReader.readNumber(),
                    segmentReader.readOffset(),
                    segmentReader.readNumber(),
                    Digest.of(segmentReader.readBytes(Digest.BYTES), 0)));
        }
        return shards;
    }

    private int checksum(long from, long to) {
        CRC32C checksum = new CRC32C();
        for (long at = from; at < to; at += CHUNK_SIZE) {
            checksum.update(file.read(at, (int) Math.min(CHUNK_SIZE, to - at)));
        }
        return (int) checksum.getValue();
    }

    public List<Shard> terms() {
        return terms;
    }

    public List<Shard> positions() {
        return positions;
    }

    /** The notices, by their numbers. */
    public List<DocEntry> notices() {
        return notices;
    }

    public CommonPhrases commonPhrases() {
        return commonPhrases;
    }

    /** What was said of a notice. */
    public DocRecord readRecord(int number) {
        DocEntry docEntry = notices.get(number);
        return DocRecord.read(new SegmentReader(file, docEntry.offset(), docEntry.offset() + docEntry.length(), 0, 0));
    }

    /** Keeps a notice of another one, or of itself. */
    public DocEntry keep(IndexStore from, int number) {
        DocEntry docEntry = from.notices.get(number);
        return from == this
                ? docEntry
                : new DocEntry(
                        docEntry.key(), append(from.read(docEntry.offset(), docEntry.length())), docEntry.length());
    }

    /** Whether less than half of it is in use. */
    public boolean needsCompaction() {
        long used = 0;
        for (List<Shard> shards : List.of(terms, positions)) {
            used += shards.stream().mapToLong(Shard::length).sum();
        }
        used += notices.stream().mapToLong(DocEntry::length).sum();
        return file.end() > 2 * used + (1 << 20);
    }

    /** Adds bytes; says where they begin. */
    public long append(byte[] bytes) {
        return appender.append(bytes);
    }

    /** What was added at a place. */
    public byte[] read(long place, int length) {
        return file.read(place, length);
    }

    /** Ends it: this is what is in use. If it is what the last index used, it stays as it is. */
    public void commit(List<Shard> terms, List<Shard> positions, List<DocEntry> notices, CommonPhrases common) {
        boolean same = terms.equals(this.terms)
                && positions.equals(this.positions)
                && notices.equals(this.notices)
                && common.equals(this.commonPhrases);
        if (same && startOffset > 0 && appender.end() == startOffset) {
            return;
        }
        appender.flush();
        this.terms = terms;
        this.positions = positions;
        this.notices = notices;
        this.commonPhrases = common;
        ranges.add(new CheckedRange(startOffset, file.end(), checksum(startOffset, file.end())));
        ByteWriter out = new ByteWriter(1 << 16);
        out.writeNumber(ranges.size());
        for (CheckedRange part : ranges) {
            out.writeOffset(part.start());
            out.writeOffset(part.end());
            out.writeBytes(ByteBuffer.allocate(4).putInt(part.checksum()).array());
        }
        for (List<Shard> shards : List.of(terms, positions)) {
            out.writeNumber(shards.size());
            for (Shard shard : shards) {
                out.writeText(shard.firstTerm());
                out.writeText(shard.lastTerm());
                out.writeNumber(shard.weight());
                out.writeOffset(shard.offset());
                out.writeNumber(shard.length());
                out.writeBytes(shard.digest());
            }
        }
        out.writeNumber(notices.size());
        for (DocEntry notice : notices) {
            out.writeBytes(notice.key());
            out.writeOffset(notice.offset());
            out.writeNumber(notice.length());
        }
        common.write(out);
        long tables = file.append(out.array(), out.length());
        byte[] end = ByteBuffer.allocate(TRAILER_LENGTH)
                .putLong(tables)
                .putInt(checksum(tables, file.end()))
                .putLong(FORMAT ^ ~tables)
                .array();
        file.append(end, end.length);
    }

    /** Puts it where the next index looks for it. */
    public void keep(Path place) {
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
