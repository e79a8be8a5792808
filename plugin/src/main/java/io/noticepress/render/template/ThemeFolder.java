package io.noticepress.render.template;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All files of a theme, in memory: they are few and small.
 *
 * @param displayPath the folder as problems show it
 * @param files contents by path below the folder, with {@code /}
 */
public record ThemeFolder(String displayPath, SortedMap<String, byte[]> files) {
    /** The theme that is included in the plugin. */
    static final String EMBEDDED_THEME = "official";

    /**
     * Reads a theme from the project's themes folder; without one of that name, {@code official} is read from the plugin.
     *
     * @param displayThemes the themes folder as problems show it
     * @throws RunFailed if there is no such theme or it cannot be read
     */
    public static ThemeFolder read(Path themes, String displayThemes, String name) {
        String displayPath = displayThemes + "/" + name;
        Path folder = themes.resolve(name);
        try {
            boolean isName = name.matches("[a-z0-9]+(-[a-z0-9]+)*"); // not a path out of the themes folder
            if (isName && Files.isRegularFile(folder.resolve("theme.yaml"))) {
                return new ThemeFolder(displayPath, readFiles(folder));
            }
            URL embedded = ThemeFolder.class.getResource(EMBEDDED_THEME + "/theme.yaml");
            if (!name.equals(EMBEDDED_THEME) || embedded == null) {
                throw new RunFailed(Problem.of(
                        ProblemCode.THEME_MISSING,
                        displayPath,
                        Message.of("没有名为“{0}”的主题", "there is no theme \"{0}\"", name),
                        Message.of(
                                "把主题放进 {0}（其中要有 theme.yaml），或在 site.yaml 中写 theme: official",
                                "put the theme into {0}, including its theme.yaml, or write theme: official in site.yaml",
                                displayPath)));
            }
            return new ThemeFolder(EMBEDDED_THEME, readEmbedded(embedded.toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            displayPath,
                            Message.of("主题读不出来：{0}", "the theme cannot be read: {0}", e.getMessage()),
                            Message.of("检查该文件夹的权限", "check the permissions of that folder")),
                    e);
        }
    }

    private static SortedMap<String, byte[]> readEmbedded(URI uri) throws IOException {
        if (!uri.getScheme().equals("jar")) {
            return readFiles(Path.of(uri).getParent());
        }
        String text = uri.toString();
        Path jar = Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
        try (FileSystem jarFiles = FileSystems.newFileSystem(jar, Map.of())) {
            return readFiles(
                    jarFiles.getPath(text.substring(text.indexOf("!/") + 1)).getParent());
        }
    }

    private static SortedMap<String, byte[]> readFiles(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".") && !path.contains("/.")) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
