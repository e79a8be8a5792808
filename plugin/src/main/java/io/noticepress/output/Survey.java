package io.noticepress.output;

import io.noticepress.model.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One walk through the output: how our files look, and what else is there. */
final class Survey {
    private final Path output;
    /** How much of a place stands before its path below the output. */
    private final int prefix;

    private final Manifest ours;
    /** Paths we know nothing of, and whether each is a plain file. */
    private final NavigableMap<String, Boolean> others = new TreeMap<>(Paths.ORDER);

    private final SortedMap<String, Manifest.Found> adopted = new TreeMap<>(Paths.ORDER);

    private Survey(Path output, Manifest ours) {
        this.output = output;
        String root = output.toString();
        this.prefix = root.endsWith(File.separator) ? root.length() : root.length() + 1;
        this.ours = ours;
    }

    /**
     * What there is.
     *
     * @param ours the files that are ours, and how they look
     * @param others the paths that are not
     */
    record Seen(Manifest ours, Set<String> others) {}

    /**
     * Looks at each file once, but at none of those that are still; symbolic links are not followed. Files that the output's own {@code checksums.txt} names
     * with the digest they have are ours, too, whatever became of the memory.
     */
    static Seen of(Path output, Manifest ours, Still still) throws IOException {
        Survey survey = new Survey(output, ours);
        if (Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            for (Looks.Part part : Looks.Part.of(output, Standstill.DEPTH, still)) {
                Optional<Looks> known = still.at(part.place());
                if (known.isPresent()) {
                    String folder = part.place().equals(output) ? "" : survey.path(part.place()) + "/";
                    known.get().each((kind, path, depth, in) -> {
                        if (kind == Looks.FILE) {
                            survey.stands(folder + path);
                        }
                    });
                } else {
                    survey.walk(part);
                }
            }
            survey.adopt();
        }
        return new Seen(survey.adopted.isEmpty() ? ours : ours.with(survey.adopted), survey.others.keySet());
    }

    private String path(Path file) {
        return file.toString().substring(prefix).replace(File.separatorChar, '/');
    }

    private void stands(String path) {
        int row = ours.find(path);
        if (row >= 0) {
            ours.stand(row);
        } else {
            others.put(path, true);
        }
    }

    private void walk(Looks.Part part) throws IOException {
        int depth = part.whole() ? Integer.MAX_VALUE : 1;
        Files.walkFileTree(part.place(), Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isDirectory()) {
                    return FileVisitResult.CONTINUE; // a part of its own
                }
                String path = path(file);
                int row = ours.find(path);
                if (row >= 0 && attributes.isRegularFile()) {
                    ours.see(row, attributes);
                } else {
                    others.put(path, attributes.isRegularFile());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.equals(output)) {
                    throw failure;
                }
                // A folder closed to us is not ours; what we had in there counts as gone.
                others.put(path(file), false);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void adopt() throws IOException {
        int list = ours.find(Checksums.PATH);
        Path file = output.resolve(Checksums.PATH);
        boolean remembered = list >= 0 && ours.isIntact(list, () -> file);
        boolean readable = others.getOrDefault(Checksums.PATH, list >= 0 && ours.isPresent(list));
        if (others.isEmpty() || remembered || !readable) {
            return;
        }
        Optional<SortedMap<String, Digest>> listed = Checksums.read(file);
        if (listed.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Digest> line : listed.get().entrySet()) {
            String path = line.getKey();
            if (others.getOrDefault(path, false)) {
                adopt(path, Optional.of(line.getValue()));
            }
        }
        if (others.containsKey(Checksums.PATH)) {
            adopt(Checksums.PATH, Optional.empty());
        }
    }

    private void adopt(String path, Optional<Digest> expected) throws IOException {
        Path file = output.resolve(path);
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Digest found = Paths.digest(file);
        if (expected.isEmpty() || expected.get().equals(found)) {
            adopted.put(path, Manifest.Found.of(found, Crc.of(file), attributes));
            others.remove(path);
        }
    }
}
