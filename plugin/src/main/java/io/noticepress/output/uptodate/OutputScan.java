package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.SitePaths;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.UnchangedDirs;
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
public final class OutputScan {
    private final Path output;
    /** How much of a place stands before its path below the output. */
    private final int prefix;

    private final Manifest manifest;
    /** Paths we know nothing of, and whether each is a plain file. */
    private final NavigableMap<String, Boolean> unknownPaths = new TreeMap<>(SitePaths.CODE_POINT_ORDER);

    private final SortedMap<String, Manifest.AdoptedFile> adopted = new TreeMap<>(SitePaths.CODE_POINT_ORDER);

    private OutputScan(Path output, Manifest ours) {
        this.output = output;
        String root = output.toString();
        this.prefix = root.endsWith(File.separator) ? root.length() : root.length() + 1;
        this.manifest = ours;
    }

    /**
     * What there is.
     *
     * @param manifest the files that are ours, and how they look
     * @param unknownPaths the paths that are not
     */
    public record ScanResult(Manifest manifest, Set<String> unknownPaths) {}

    /**
     * Looks at each file once, but at none of those that are still; symbolic links are not followed. Files that the output's own {@code checksums.txt} names
     * with the digest they have are ours, too, whatever became of the memory.
     */
    public static ScanResult read(Path output, Manifest ours, UnchangedDirs unchangedDirs) throws IOException {
        OutputScan outputScan = new OutputScan(output, ours);
        if (Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            for (DirSnapshot.DirScope dirScope :
                    DirSnapshot.DirScope.readScopes(output, BuildState.SCOPE_DEPTH, unchangedDirs)) {
                Optional<DirSnapshot> known = unchangedDirs.snapshot(dirScope.root());
                if (known.isPresent()) {
                    String folder = dirScope.root().equals(output) ? "" : outputScan.sitePath(dirScope.root()) + "/";
                    known.get().forEach((kind, path, depth, in) -> {
                        if (kind == DirSnapshot.FILE) {
                            outputScan.markUnchanged(folder + path);
                        }
                    });
                } else {
                    outputScan.walk(dirScope);
                }
            }
            outputScan.adopt();
        }
        return new ScanResult(
                outputScan.adopted.isEmpty() ? ours : ours.withAdopted(outputScan.adopted),
                outputScan.unknownPaths.keySet());
    }

    private String sitePath(Path file) {
        return file.toString().substring(prefix).replace(File.separatorChar, '/');
    }

    private void markUnchanged(String path) {
        int row = manifest.find(path);
        if (row >= 0) {
            manifest.markUnchanged(row);
        } else {
            unknownPaths.put(path, true);
        }
    }

    private void walk(DirSnapshot.DirScope dirScope) throws IOException {
        int depth = dirScope.recursive() ? Integer.MAX_VALUE : 1;
        Files.walkFileTree(dirScope.root(), Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isDirectory()) {
                    return FileVisitResult.CONTINUE; // a part of its own
                }
                String path = sitePath(file);
                int row = manifest.find(path);
                if (row >= 0 && attributes.isRegularFile()) {
                    manifest.markSeen(row, attributes);
                } else {
                    unknownPaths.put(path, attributes.isRegularFile());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.equals(output)) {
                    throw failure;
                }
                // A folder closed to us is not ours; what we had in there counts as gone.
                unknownPaths.put(sitePath(file), false);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void adopt() throws IOException {
        int list = manifest.find(ChecksumList.PATH);
        Path file = output.resolve(ChecksumList.PATH);
        boolean remembered = list >= 0 && manifest.isIntact(list, () -> file);
        boolean readable = unknownPaths.getOrDefault(ChecksumList.PATH, list >= 0 && manifest.isPresent(list));
        if (unknownPaths.isEmpty() || remembered || !readable) {
            return;
        }
        Optional<SortedMap<String, Digest>> listed = ChecksumList.read(file);
        if (listed.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Digest> line : listed.get().entrySet()) {
            String path = line.getKey();
            if (unknownPaths.getOrDefault(path, false)) {
                adopt(path, Optional.of(line.getValue()));
            }
        }
        if (unknownPaths.containsKey(ChecksumList.PATH)) {
            adopt(ChecksumList.PATH, Optional.empty());
        }
    }

    private void adopt(String path, Optional<Digest> expected) throws IOException {
        Path file = output.resolve(path);
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Digest found = SitePaths.readDigest(file);
        if (expected.isEmpty() || expected.get().equals(found)) {
            adopted.put(path, Manifest.AdoptedFile.of(found, DoubleCrc.of(file), attributes));
            unknownPaths.remove(path);
        }
    }
}
