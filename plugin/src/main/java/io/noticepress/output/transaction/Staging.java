package io.noticepress.output.transaction;

import io.noticepress.model.collections.IntHashTable;
import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileStamp;
import io.noticepress.store.LongTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The files rendered in this build. They wait in the {@link TransactionFolder}, named by numbers, until the commit moves them;
 * takes about 80 bytes of memory a file. Thread-safe.
 */
public final class Staging {
    /** In place of the number of a file whose bytes are already in the output. */
    static final int IN_PLACE = -1;

    private static final int SIZE = LongTable.DIGEST_COLUMNS;
    private static final int TIME = 5;
    private static final int NUMBER = 6;
    private static final int CRC = 7;

    private final OutputPaths paths;
    private final Manifest manifest;
    private final List<PlannedFile> pages = new ArrayList<>();
    /** For each page its digest, size, time, number and {@link DoubleCrc}. */
    private final LongTable longTable = new LongTable(CRC + 1);

    private final IntHashTable intHashTable = new IntHashTable();
    private final AtomicInteger nextNumber = new AtomicInteger();

    public Staging(OutputPaths paths, Manifest manifest) {
        this.paths = paths;
        this.manifest = manifest;
    }

    /** Writes a page, unless the output already has these bytes. */
    public void stage(PlannedFile page, byte[] bytes) {
        String path = page.address().file();
        paths.resolve(path); // fails if it is not a path within the site
        Digest digest = Digest.of(bytes);
        int row = rowWithSameBytes(path, digest);
        if (row >= 0) {
            add(page, digest, manifest.crc(row), manifest.size(row), manifest.modifiedNanos(row), IN_PLACE);
            return;
        }
        try {
            int number = nextNumber.getAndIncrement();
            Path file = paths.transactionFolder().stagedFile(number);
            paths.disk().write(file, bytes);
            add(page, digest, DoubleCrc.of(bytes), file, number);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.displayPath(path), e);
        }
    }

    /** Writes the list of checksums of a site, unless the output already has it. */
    public void stageChecksums(PlannedFile list, FinalTree site) {
        try {
            int number = nextNumber.getAndIncrement();
            Path file = paths.transactionFolder().stagedFile(number);
            DoubleCrc doubleCrc = new DoubleCrc();
            Digest digest = ChecksumList.write(site, paths.disk(), file, doubleCrc);
            if (rowWithSameBytes(ChecksumList.PATH, digest) >= 0) {
                paths.disk().delete(file);
            } else {
                add(list, digest, doubleCrc.value(), file, number);
                site.addStaged(ChecksumList.PATH);
            }
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.displayPath(ChecksumList.PATH), e);
        }
    }

    /** The index of the staged file with a path; negative if there is none. */
    synchronized int find(String path) {
        return intHashTable.find(path.hashCode(), each -> path(each).equals(path));
    }

    /** The number of the file in the {@link TransactionFolder}, or {@link #IN_PLACE}. */
    synchronized int stagedNumber(int index) {
        return (int) longTable.get(index, NUMBER);
    }

    /** What a file was rendered from. */
    synchronized InputDigests inputs(int index) {
        return pages.get(index).inputs();
    }

    synchronized Digest contentDigest(int index) {
        return longTable.getDigest(index, 0);
    }

    synchronized long crc(int index) {
        return longTable.get(index, CRC);
    }

    synchronized long size(int index) {
        return longTable.get(index, SIZE);
    }

    /** The time of the last write, in nanoseconds since 1970. */
    synchronized long modifiedNanos(int index) {
        return longTable.get(index, TIME);
    }

    /** The row of the file at a path, if it has exactly these bytes; else negative. */
    private int rowWithSameBytes(String path, Digest digest) {
        int row = manifest.find(path);
        return row >= 0
                        && manifest.contentDigest(row).equals(digest)
                        && manifest.isIntact(row, () -> paths.resolve(path))
                ? row
                : -1;
    }

    private void add(PlannedFile page, Digest digest, long crc, Path file, int number) throws IOException {
        FileStamp stamp = FileStamp.read(file);
        add(page, digest, crc, stamp.size(), stamp.modified(), number);
    }

    private synchronized void add(PlannedFile page, Digest digest, long crc, long size, long time, int number) {
        String path = page.address().file();
        int index = find(path);
        if (index < 0) {
            index = longTable.add();
            pages.add(page);
            intHashTable.add(index, each -> path(each).hashCode());
        }
        pages.set(index, page);
        longTable.setDigest(index, 0, digest);
        longTable.set(index, CRC, crc);
        longTable.set(index, SIZE, size);
        longTable.set(index, TIME, time);
        longTable.set(index, NUMBER, number);
    }

    private String path(int index) {
        return pages.get(index).address().file();
    }
}
