package io.noticepress.output;

import io.noticepress.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Where one output folder is and what belongs to it.
 *
 * @param output its real place
 * @param shownOutput how the user knows it: {@code target/site}
 * @param outputFromWork how to get there from the work folder: {@code ../site}; the same wherever a project is moved
 * @param memory the file in the work folder, named after {@code outputFromWork}, so that no two outputs share one
 */
record Premises(
        Disk disk,
        Path output,
        String shownOutput,
        Backstage backstage,
        String outputFromWork,
        Path memory,
        String shownMemory) {

    static Premises of(Disk disk, Path output, Path work, Guard guard) {
        Guard.Places places = guard.admit(output, work);
        boolean oneRoot = places.work().getRoot().equals(places.output().getRoot());
        String way = (oneRoot ? places.work().relativize(places.output()) : places.output())
                .toString()
                .replace('\\', '/');
        String name = "memory-" + Digest.of(way).hex().substring(0, 8) + ".bin";
        return new Premises(
                disk,
                places.output(),
                guard.shown(output),
                Backstage.beside(places.output()),
                way,
                places.work().resolve(name),
                guard.shown(work.resolve(name)));
    }

    /** The memory while it is written. */
    Path memoryDraft() {
        return memory.resolveSibling(memory.getFileName() + ".new");
    }

    /** All files that are kept in the work folder until another build needs them. */
    List<Path> memories() {
        return Stream.of(memory, beside("facts"))
                .flatMap(tables -> Pieces.with(tables).stream())
                .toList();
    }

    /** Something else that is remembered of this output: {@code facts}. */
    Path beside(String what) {
        return memory.resolveSibling(memory.getFileName().toString().replace("memory", what));
    }

    /** The {@link Crc} of a file; for {@link Pieces}, of which each has its own, their size. The time does not matter. */
    OptionalLong sum(Path file, long size, long time) throws IOException {
        boolean pieces = file.startsWith(memory.getParent()) && file.toString().endsWith(Pieces.ENDING);
        return OptionalLong.of(pieces ? size : Crc.of(file));
    }

    /** How the user knows a file of the site. */
    String shown(String path) {
        return shownOutput + "/" + path;
    }

    /** Where a file of the site stands on disk. */
    Path place(String path) {
        try {
            Path place = output.resolve(path);
            if (!place.startsWith(output)
                    || place.equals(output)
                    || !place.normalize().equals(place)) {
                throw new IllegalArgumentException("no address within a site: " + path);
            }
            return place;
        } catch (InvalidPathException e) {
            throw Trouble.name(shown(path), e);
        }
    }

    /** Ends the run if something must be written where nothing can be; better now than after an hour of rendering. */
    void probe() {
        Path work = memory.getParent();
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw Trouble.at(shownMemory, e);
        }
        if (!disk.isWritable(work)) {
            throw Trouble.readOnly(shownMemory);
        }
        if (Files.exists(output) && !disk.isWritable(output)) {
            throw Trouble.readOnly(shownOutput);
        }
    }

    /** Undoes what a build that died left half done, and clears away its staging. */
    void heal(Memory remembered) throws IOException {
        Optional<Journal> broken = Journal.read(backstage.journal());
        if (broken.isPresent() && !broken.get().commit().equals(remembered.commit())) {
            new Switchover(disk, output, backstage).undo(broken.get());
        }
        disk.delete(backstage.journal());
        backstage.clear(disk);
        disk.delete(memoryDraft());
        remembered.sweep(remembered.pieces().map(Pieces::name));
    }
}
