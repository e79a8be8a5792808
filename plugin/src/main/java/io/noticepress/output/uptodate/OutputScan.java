package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.SitePaths;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.DirSnapshot.DirScope;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileStamp;
import io.noticepress.store.FileStamp.FileKind;
import io.noticepress.store.UnchangedDirs;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compares the output folder with the {@link Manifest}. Folders that have not changed since the last build are not listed. In
 * the others size and time of the last write are compared, not the {@link DirSnapshot}: the manifest is written before the
 * commit moves the files, and moving a file changes its ctime.
 */
public final class OutputScan {
    private final Path output;
    /** Length of the output's path and the separator after it. */
    private final int prefix;

    private final Manifest manifest;
    /** Paths that are not in the manifest, and whether each is a regular file. */
    private final NavigableMap<String, Boolean> unknownPaths = new TreeMap<>(SitePaths.CODE_POINT_ORDER);

    private final SortedMap<String, Manifest.AdoptedFile> adopted = new TreeMap<>(SitePaths.CODE_POINT_ORDER);

    private OutputScan(Path output, Manifest manifest) {
        this.output = output;
        String root = output.toString();
        this.prefix = root.endsWith(File.separator) ? root.length() : root.length() + 1;
        this.manifest = manifest;
    }

    /**
     * Result of a scan.
     *
     * @param manifest the generated files and their states
     * @param unknownPaths all other paths
     */
    public record ScanResult(Manifest manifest, Set<String> unknownPaths) {
        /** The rows of files whose size is as expected but whose time is not. */
        public List<Integer> touchedFiles() {
            return IntStream.range(0, manifest.size())
                    .filter(manifest::isTouched)
                    .boxed()
                    .toList();
        }
    }

    /**
     * Scans the output folder; symbolic links are not followed. If the manifest was lost, files that the output's own {@code
     * checksums.txt} lists with the digest they have count as generated.
     */
    public static ScanResult read(Path output, Manifest manifest, UnchangedDirs unchangedDirs) throws IOException {
        OutputScan outputScan = new OutputScan(output, manifest);
        if (Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            for (DirScope dirScope : DirScope.readScopes(output, BuildState.SCOPE_DEPTH, unchangedDirs)) {
                Optional<DirSnapshot> unchanged = unchangedDirs.snapshot(dirScope.root());
                if (unchanged.isPresent()) {
                    outputScan.markUnchanged(unchanged.get());
                } else {
                    outputScan.scanFolder(dirScope.root(), dirScope.recursive());
                }
            }
            outputScan.adoptListedFiles();
        }
        return new ScanResult(
                outputScan.adopted.isEmpty() ? manifest : manifest.withAdopted(outputScan.adopted),
                outputScan.unknownPaths.keySet());
    }

    private String sitePath(Path file) {
        return file.toString().substring(prefix).replace(File.separatorChar, '/');
    }

    private void markUnchanged(DirSnapshot dirSnapshot) {
        Path root = dirSnapshot.scope().root();
        String folder = root.equals(output) ? "" : sitePath(root) + "/";
        dirSnapshot.forEach((kind, path, depth, in) -> {
            if (kind == DirSnapshot.FILE) {
                int row = manifest.find(folder + path);
                if (row >= 0) {
                    manifest.markUnchanged(row);
                } else {
                    unknownPaths.put(folder + path, true);
                }
            }
        });
    }

    private void scanFolder(Path folder, boolean recursive) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                scan(entry, recursive);
            }
        } catch (IOException | DirectoryIteratorException e) {
            if (folder.equals(output)) {
                throw e;
            }
            // A folder that cannot be read counts as foreign, its files as missing.
            unknownPaths.put(sitePath(folder), false);
        }
    }

    private void scan(Path file, boolean recursive) throws IOException {
        FileStamp stamp;
        try {
            stamp = FileStamp.read(file);
        } catch (IOException e) {
            unknownPaths.put(sitePath(file), false);
            return;
        }
        if (stamp.kind() == FileKind.FOLDER) {
            if (recursive) {
                scanFolder(file, true);
            }
            return;
        }
        String path = sitePath(file);
        boolean regular = stamp.kind() == FileKind.FILE;
        int row = manifest.find(path);
        if (row >= 0 && regular) {
            manifest.markSeen(row, stamp);
        } else {
            unknownPaths.put(path, regular);
        }
    }

    private void adoptListedFiles() throws IOException {
        int list = manifest.find(ChecksumList.PATH);
        Path file = output.resolve(ChecksumList.PATH);
        boolean known = list >= 0 && manifest.isIntact(list, () -> file);
        boolean readable = unknownPaths.getOrDefault(ChecksumList.PATH, list >= 0 && manifest.isPresent(list));
        if (unknownPaths.isEmpty() || known || !readable) {
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
        FileStamp stamp = FileStamp.read(file);
        Digest found = SitePaths.readDigest(file);
        if (expected.isEmpty() || expected.get().equals(found)) {
            adopted.put(path, new Manifest.AdoptedFile(found, DoubleCrc.of(file), stamp.size(), stamp.modified()));
            unknownPaths.remove(path);
        }
    }
}
