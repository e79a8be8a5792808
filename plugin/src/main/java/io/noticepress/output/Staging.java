package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.model.IntHashTable;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
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
final class Staging {
    /** The number of a file whose bytes stand in the output already. */
    static final int STANDS = -1;

    private static final int SIZE = 4;
    private static final int TIME = 5;
    private static final int NUMBER = 6;
    private static final int CRC = 7;

    private final Premises premises;
    private final Manifest ours;
    private final List<PlannedFile> pages = new ArrayList<>();
    /** Of each page the digest, the size, the time, the number and the {@link Crc}. */
    private final Rows rows = new Rows(CRC + 1);

    private final IntHashTable intHashTable = new IntHashTable();
    private final AtomicInteger numbers = new AtomicInteger();

    Staging(Premises premises, Manifest ours) {
        this.premises = premises;
        this.ours = ours;
    }

    /** Takes a page. */
    void take(PlannedFile page, byte[] bytes) {
        String path = page.address().file();
        premises.place(path); // refuses what is no address, before anything is written
        Digest digest = Digest.of(bytes);
        int row = standing(path, digest);
        if (row >= 0) {
            add(page, digest, ours.crc(row), ours.size(row), ours.time(row), STANDS);
            return;
        }
        try {
            int number = numbers.getAndIncrement();
            Path file = premises.backstage().staged(number);
            premises.disk().write(file, bytes);
            add(page, digest, Crc.of(bytes), file, number);
        } catch (IOException e) {
            throw Trouble.at(premises.shown(path), e);
        }
    }

    /** Makes the list of checksums of a site and adds it, if it is not the one that stands there. */
    void takeChecksums(PlannedFile list, Assembly site) {
        try {
            int number = numbers.getAndIncrement();
            Path file = premises.backstage().staged(number);
            Crc crc = new Crc();
            Digest digest = Checksums.write(site, premises.disk(), file, crc);
            if (standing(Checksums.PATH, digest) >= 0) {
                premises.disk().delete(file);
            } else {
                add(list, digest, crc.value(), file, number);
                site.add(Checksums.PATH);
            }
        } catch (IOException e) {
            throw Trouble.at(premises.shown(Checksums.PATH), e);
        }
    }

    /** Which of the files made has a path; negative if none has. */
    synchronized int find(String path) {
        return intHashTable.find(path.hashCode(), each -> path(each).equals(path));
    }

    /** The number under which a file waits, or {@link #STANDS}. */
    synchronized int number(int index) {
        return (int) rows.get(index, NUMBER);
    }

    /** What a file was made from. */
    synchronized InputDigests inputs(int index) {
        return pages.get(index).inputs();
    }

    synchronized Digest bytes(int index) {
        return new Digest(rows.get(index, 0), rows.get(index, 1), rows.get(index, 2), rows.get(index, 3));
    }

    synchronized long crc(int index) {
        return rows.get(index, CRC);
    }

    synchronized long size(int index) {
        return rows.get(index, SIZE);
    }

    /** When a file was last written, in nanoseconds since 1970. */
    synchronized long time(int index) {
        return rows.get(index, TIME);
    }

    /** The row of our file at a path, if it holds these very bytes; else negative. */
    private int standing(String path, Digest digest) {
        int row = ours.find(path);
        return row >= 0 && ours.bytes(row).equals(digest) && ours.isIntact(row, () -> premises.place(path)) ? row : -1;
    }

    private void add(PlannedFile page, Digest digest, long crc, Path file, int number) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        add(page, digest, crc, attributes.size(), Manifest.time(attributes), number);
    }

    private synchronized void add(PlannedFile page, Digest digest, long crc, long size, long time, int number) {
        String path = page.address().file();
        int index = find(path);
        if (index < 0) {
            index = rows.add();
            pages.add(page);
            intHashTable.add(index, each -> path(each).hashCode());
        }
        pages.set(index, page);
        rows.set(index, 0, digest.a());
        rows.set(index, 1, digest.b());
        rows.set(index, 2, digest.c());
        rows.set(index, 3, digest.d());
        rows.set(index, CRC, crc);
        rows.set(index, SIZE, size);
        rows.set(index, TIME, time);
        rows.set(index, NUMBER, number);
    }

    private String path(int index) {
        return pages.get(index).address().file();
    }
}
