package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.plan.Inputs;
import io.noticepress.plan.Planned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The files made in this build, written backstage under numbers until the commit moves them. Thread-safe. */
final class Staging {
    /** The number of a file whose bytes stand in the output already. */
    private static final int STANDS = -1;

    /** A file made, to be moved from its number. */
    private record Staged(Made made, int number) {}

    private final Premises premises;
    private final Map<String, Made> ours;
    private final Map<String, Staged> staged = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    Staging(Premises premises, Map<String, Made> ours) {
        this.premises = premises;
        this.ours = ours;
    }

    /** Takes a page. */
    void take(Planned page, byte[] bytes) {
        String path = page.address().file();
        premises.place(path); // refuses what is no address, before anything is written
        Digest digest = Digest.of(bytes);
        Optional<Made> before = standing(path, digest);
        if (before.isPresent()) {
            staged.put(path, new Staged(before.get().from(page.inputs()), STANDS));
            return;
        }
        try {
            int number = numbers.getAndIncrement();
            Path file = premises.backstage().staged(number);
            premises.disk().write(file, bytes);
            staged.put(path, new Staged(made(page.inputs(), digest, file), number));
        } catch (IOException e) {
            throw Trouble.at(premises.shown(path), e);
        }
    }

    /**
     * Makes the list of checksums, if it is not the one that stands there.
     *
     * @return the list, to be added to the site
     */
    Made takeChecksums(SortedMap<String, Made> site) {
        try {
            int number = numbers.getAndIncrement();
            Path file = premises.backstage().staged(number);
            Digest digest = Checksums.write(site, premises.disk(), file);
            Optional<Made> before = standing(Checksums.PATH, digest);
            if (before.isPresent()) {
                premises.disk().delete(file);
                return before.get();
            }
            Made list = made(new Inputs(digest, digest, digest), digest, file);
            staged.put(Checksums.PATH, new Staged(list, number));
            return list;
        } catch (IOException e) {
            throw Trouble.at(premises.shown(Checksums.PATH), e);
        }
    }

    /** The file made at a path, if one was. */
    Optional<Made> made(String path) {
        return Optional.ofNullable(staged.get(path)).map(Staged::made);
    }

    /** The numbers of the files of this site that are to be moved, by path. */
    SortedMap<String, Integer> moves(SortedMap<String, Made> site) {
        SortedMap<String, Integer> moves = new TreeMap<>(Paths.ORDER);
        for (String path : site.keySet()) {
            Staged file = staged.get(path);
            if (file != null && file.number() != STANDS) {
                moves.put(path, file.number());
            }
        }
        return moves;
    }

    /** Our file at a path, if it holds these very bytes. */
    private Optional<Made> standing(String path, Digest digest) {
        return Optional.ofNullable(ours.get(path))
                .filter(made -> made.bytes().equals(digest) && made.isIntact(() -> premises.place(path)));
    }

    private static Made made(Inputs inputs, Digest digest, Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Made.standing(inputs, digest, attributes);
    }
}
