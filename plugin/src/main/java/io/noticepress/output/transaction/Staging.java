package io.noticepress.output.transaction;

import io.noticepress.model.collections.IntHashTable;
import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.LongTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The files made in this build, written backstage under numbers until the commit moves them; of each about 80 bytes are held.
 * Thread-safe.
 */
public final class Staging {
    /** The number of a file whose bytes stand in the output already. */
    static final int IN_PLACE = -1;

    private static final int SIZE = LongTable.DIGEST_COLUMNS;
    private static final int TIME = 5;
    private static final int NUMBER = 6;
    private static final int CRC = 7;

    private final OutputPaths paths;
    private final Manifest manifest;
    private final List<PlannedFile> pages = new ArrayList<>();
    /** Of each page the digest, the size, the time, the number and the {@link DoubleCrc}. */
    private final LongTable longTable = new LongTable(CRC + 1);

    private final IntHashTable intHashTable = new IntHashTable();
    private final AtomicInteger nextNumber = new AtomicInteger();

    public Staging(OutputPaths paths, Manifest manifest) {
        this.paths = paths;
        this.manifest = manifest;
    }

    /** Takes a page. */
    public void stage(PlannedFile page, byte[] bytes) {
        String path = page.address().file();
        paths.resolve(path); // refuses what is no address, before anything is written
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

    /** Makes the list of checksums of a site and adds it, if it is not the one that stands there. */
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

    /** Which of the files made has a path; negative if none has. */
    synchronized int find(String path) {
        return intHashTable.find(path.hashCode(), each -> path(each).equals(path));
    }

    /** The number under which a file waits, or {@link #IN_PLACE}. */
    synchronized int stagedNumber(int index) {
        return (int) longTable.get(index, NUMBER);
    }

    /** What a file was made from. */
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

    /** When a file was last written, in nanoseconds since 1970. */
    synchronized long modifiedNanos(int index) {
        return longTable.get(index, TIME);
    }

    /** The row of our file at a path, if it holds these very bytes; else negative. */
    private int rowWithSameBytes(String path, Digest digest) {
        int row = manifest.find(path);
        return row >= 0
                        && manifest.contentDigest(row).equals(digest)
                        && manifest.isIntact(row, () -> paths.resolve(path))
                ? row
                : -1;
    }

    private void add(PlannedFile page, Digest digest, long crc, Path file, int number) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        add(page, digest, crc, attributes.size(), Manifest.modifiedNanos(attributes), number);
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
