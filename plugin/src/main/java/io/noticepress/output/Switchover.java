package io.noticepress.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the site on disk from its old state to the new one, file by file, and back again if that fails.
 *
 * <p>Whatever a step replaces or removes is first saved backstage under a second name, so undoing is renaming, too.
 * Both directions may be cut off anywhere and begun again.
 */
final class Switchover {
    private final Disk disk;
    private final Path output;
    private final Backstage backstage;
    /** The folder last found sound; those above it are, too. Steps come in order of path, so this spares most looks. */
    private Path sound;

    Switchover(Disk disk, Path output, Backstage backstage) {
        this.disk = disk;
        this.output = output;
        this.backstage = backstage;
        this.sound = output.getRoot();
    }

    /** Does all steps. The journal must be on disk. */
    void run(Journal journal) throws IOException {
        List<Journal.Step> steps = journal.steps();
        for (int i = 0; i < steps.size(); i++) {
            Journal.Step step = steps.get(i);
            Path place = output.resolve(step.path());
            switch (step.kind()) {
                case CREATE -> {
                    ensure(place.getParent());
                    makeRoom(place);
                    disk.move(backstage.staged(step.staged()), place);
                }
                case REPLACE -> {
                    ensure(place.getParent());
                    disk.save(place, backstage.replaced(i));
                    disk.move(backstage.staged(step.staged()), place);
                }
                case REMOVE -> {
                    ensure(place.getParent());
                    disk.move(place, backstage.replaced(i));
                    prune(place.getParent(), false);
                }
            }
        }
    }

    /** Brings the old state back, however many steps were done, and forgets the journal. */
    void undo(Journal journal) throws IOException {
        sound = output.getRoot();
        List<Journal.Step> steps = journal.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Journal.Step step = steps.get(i);
            Path place = output.resolve(step.path());
            if (step.kind() != Journal.Kind.CREATE) {
                if (exists(backstage.replaced(i))) {
                    ensure(place.getParent());
                    disk.move(backstage.replaced(i), place);
                }
            } else {
                if (!exists(backstage.staged(step.staged())) && isStill(place, step)) {
                    disk.delete(place);
                }
                prune(place.getParent(), journal.begins());
            }
        }
        disk.delete(backstage.journal());
    }

    /** Whether a file is the one that a step put there; empty is how it looks when the power failed just then. */
    private static boolean isStill(Path place, Journal.Step step) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && (Files.size(place) == 0 || Paths.digest(place).equals(step.bytes()));
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void makeRoom(Path place) throws IOException {
        if (exists(place) && !disk.deleteEmpty(place)) {
            throw new FileAlreadyExistsException(place.toString(), null, "somebody else put it there just now");
        }
    }

    /** Makes sure that a folder is there, and that neither it nor one above it is a way out of the site. */
    private void ensure(Path folder) throws IOException {
        if (sound.startsWith(folder)) {
            return;
        }
        if (!folder.equals(output)) {
            ensure(folder.getParent());
        }
        if (!exists(folder)) {
            disk.createFolder(folder);
        } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(folder.toString(), null, "not a folder");
        }
        sound = folder;
    }

    private void prune(Path folder, boolean outputToo) throws IOException {
        sound = output.getRoot();
        for (Path here = folder; here.startsWith(output); here = here.getParent()) {
            boolean mayGo = outputToo || !here.equals(output);
            if (!mayGo || !disk.deleteEmpty(here)) {
                return;
            }
        }
    }
}
