package io.noticepress.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads, compares, copies and deletes folders recursively. */
public final class FileTrees {
    private FileTrees() {}

    /** The bytes of every file below a folder, by its path relative to the folder, separated by {@code /}; empty if the folder does not exist. */
    public static SortedMap<String, byte[]> read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        walk(folder).stream().filter(Files::isRegularFile).forEach(file -> {
            try {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }

    /** The first file below a folder, in path order, whose name has this prefix and this suffix. */
    public static Path firstFile(Path folder, String prefix, String ending) {
        return walk(folder).stream()
                .filter(Files::isRegularFile)
                .filter(file -> file.getFileName().toString().startsWith(prefix)
                        && file.getFileName().toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** Writes files below a folder and creates missing folders. */
    public static void write(Path folder, Map<String, byte[]> files) {
        files.forEach((path, bytes) -> {
            try {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Differences of two trees: a line for each file, with its first differing line; empty if they are equal. */
    public static List<String> differences(Map<String, byte[]> expected, Map<String, byte[]> found) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(found.keySet());
        for (String path : paths) {
            if (!expected.containsKey(path)) {
                differences.add(path + ": should not be there");
            } else if (!found.containsKey(path)) {
                differences.add(path + ": is missing");
            } else if (!Arrays.equals(expected.get(path), found.get(path))) {
                differences.add(path + ": " + firstDifference(lines(expected.get(path)), lines(found.get(path))));
            }
        }
        return differences;
    }

    private static String firstDifference(List<String> expected, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String should = i < expected.size() ? expected.get(i) : "(end)";
            String is = i < found.size() ? found.get(i) : "(end)";
            if (!should.equals(is)) {
                return "line " + (i + 1) + "\n    expected " + should + "\n    found    " + is;
            }
        }
        return "different bytes that decode to the same text";
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    }

    /** Modification time and inode of every file and folder; equal as long as nothing is rewritten. */
    public static SortedMap<String, String> timesAndInodes(Path folder) {
        SortedMap<String, String> metadata = new TreeMap<>();
        for (Path path : walk(folder)) {
            try {
                metadata.put(
                        folder.relativize(path).toString(),
                        Files.getLastModifiedTime(path) + " " + Files.getAttribute(path, "unix:ino"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return metadata;
    }

    /** Copies the files of a folder in the order of a comparator. */
    public static void copyFiles(Path from, Path to, Comparator<Path> order) {
        walk(from).stream().filter(Files::isRegularFile).sorted(order).forEach(file -> {
            try {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Replaces every file below a folder by a new one with the same bytes. */
    public static void rewriteAsNewFiles(Path folder) {
        read(folder).forEach((path, bytes) -> {
            try {
                Path file = folder.resolve(path);
                Files.delete(file);
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Deletes a file, or a folder with everything in it; does nothing if it does not exist. */
    public static void deleteTree(Path path) {
        walk(path).stream().sorted(Comparator.reverseOrder()).forEach(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<Path> walk(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
