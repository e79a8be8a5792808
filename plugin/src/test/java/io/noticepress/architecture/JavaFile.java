package io.noticepress.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java file of the plugin.
 *
 * @param packageName relative to {@code io.noticepress}: {@code content.files}
 * @param name without {@code .java}
 * @param code the text without comments
 */
record JavaFile(Path path, String packageName, String name, String text, String code) {
    private static final String ROOT = "java/io/noticepress";

    /** The files of {@code src/main}, read once. */
    static final List<JavaFile> MAIN = readAll("main");

    /** The files of {@code src/main}, {@code src/test} and {@code src/benchmark}. */
    static final List<JavaFile> ALL = Stream.of(MAIN, readAll("test"), readAll("benchmark"))
            .flatMap(List::stream)
            .toList();

    private static List<JavaFile> readAll(String sourceSet) {
        Path root = Path.of("src", sourceSet).resolve(ROOT);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFile read(Path root, Path file) {
        Path folder = root.relativize(file.getParent());
        String name = file.getFileName().toString().replace(".java", "");
        try {
            String text = Files.readString(file);
            return new JavaFile(
                    file, folder.toString().replace('\\', '/').replace('/', '.'), name, text, withoutComments(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code /*} is rare in strings, and then never closed; a line comment begins after a blank, so that URLs remain. */
    private static String withoutComments(String text) {
        StringBuilder code = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("/*"); start >= 0; start = text.indexOf("/*", from)) {
            int end = text.indexOf("*/", start + 2);
            if (end < 0) {
                break;
            }
            code.append(text, from, start);
            from = end + 2;
        }
        code.append(text.substring(from));
        return code.toString().lines().map(JavaFile::withoutLineComment).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withoutLineComment(String line) {
        int start = line.startsWith("//") ? 0 : line.indexOf(" //");
        return start < 0 ? line : line.substring(0, start);
    }

    /** The package below {@code io.noticepress}: {@code content} of {@code content.files}. */
    String topPackage() {
        return topPackage(packageName);
    }

    static String topPackage(String packageName) {
        int dot = packageName.indexOf('.');
        return dot < 0 ? packageName : packageName.substring(0, dot);
    }

    boolean isPackageInfo() {
        return name.equals("package-info");
    }
}
