package io.noticepress.testkit;

import io.noticepress.pipeline.SiteBuilder;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.report.CiPlatform;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A project in a temporary folder: its parameters, its files and its builds. */
public final class TestProject {
    /** The folder of the test themes. */
    public static final Path TEST_THEMES = Path.of("src/test/resources/themes");

    /** A run and its log lines, each with its level as prefix. */
    public record LoggedRun(RunReport report, List<String> lines) {
        /** The lines without progress and durations. */
        public List<String> linesWithoutTimes() {
            return lines.stream()
                    .filter(line -> !line.matches("info 已渲染 .* 个页面|info rendered \\d+ of \\d+ pages"))
                    .map(line -> line.replaceAll("用时 .* 秒|; [\\d.]+ s$", ""))
                    .toList();
        }

        /** Why each page was rendered: {@code zh/index.html: new}. */
        public List<String> renderReasons() {
            return lines.stream()
                    .filter(line -> line.startsWith("info rendering "))
                    .map(line -> line.substring("info rendering ".length()))
                    .toList();
        }
    }

    public final Path base;
    public final Path content;
    public Path output;
    public Path work;
    public Path themes = TEST_THEMES.toAbsolutePath();
    public Optional<String> theme = Optional.empty();
    public Optional<String> baseUrl = Optional.empty();
    public Optional<String> asOf = Optional.empty();
    public Optional<MessageLanguage> messageLanguage = Optional.empty();
    public boolean showDrafts;
    public boolean strict;
    public boolean explain;
    public int threads = 1;

    private final ShiftedClockFileOps fileOps = new ShiftedClockFileOps();
    private final SortedMap<String, byte[]> writtenFiles = new TreeMap<>();

    public TestProject(Path base) {
        try {
            this.base = Files.createDirectories(base).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.content = this.base.resolve("content");
        this.output = this.base.resolve("target/site");
        this.work = this.base.resolve("target/noticepress");
    }

    /** The same project with another output and work folder, not yet built. */
    public TestProject withOtherOutput(String name) {
        TestProject other = copyAt(base);
        other.output = base.resolve(name + "/site");
        other.work = base.resolve(name + "/noticepress");
        return other;
    }

    /** The same parameters for a project in another folder; its files are not copied. */
    public TestProject copyAt(Path place) {
        TestProject other = new TestProject(place);
        other.writtenFiles.putAll(writtenFiles);
        other.themes = themes;
        other.theme = theme;
        other.baseUrl = baseUrl;
        other.asOf = asOf;
        other.messageLanguage = messageLanguage;
        other.showDrafts = showDrafts;
        other.strict = strict;
        other.threads = threads;
        return other;
    }

    public LoggedRun build() {
        RecordingConsole recordingConsole = new RecordingConsole();
        return new LoggedRun(new SiteBuilder(request(), recordingConsole, fileOps).build(), recordingConsole.lines);
    }

    /** Advances the clock so that the next build considers all files written so far unmodified for a while. */
    public void letSettle() {
        try {
            fileOps.letSettle(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LoggedRun validate() {
        RecordingConsole recordingConsole = new RecordingConsole();
        return new LoggedRun(new SiteBuilder(request(), recordingConsole).validate(), recordingConsole.lines);
    }

    public RunRequest request() {
        return new RunRequest(
                base,
                base.resolveSibling("home"),
                content,
                themes,
                theme,
                output,
                work,
                baseUrl,
                strict,
                showDrafts,
                explain,
                threads,
                messageLanguage,
                asOf,
                CiPlatform.NONE);
    }

    /** The files of the output folder. */
    public SortedMap<String, byte[]> readSite() {
        return FileTrees.read(output);
    }

    /** Makes the content folder hold these files: writes those that changed since the last call and deletes those that are no longer listed. */
    public void syncContent(SortedMap<String, byte[]> files) {
        writtenFiles.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .toList()
                .forEach(path -> {
                    FileTrees.deleteTree(content.resolve(path));
                    writtenFiles.remove(path);
                });
        files.forEach((path, bytes) -> {
            if (!java.util.Arrays.equals(bytes, writtenFiles.get(path))) {
                writeFile(path, bytes);
            }
        });
    }

    /** The same, but rewritten files keep their modification times. */
    public void syncContentKeepingTimes(SortedMap<String, byte[]> files) {
        Map<String, FileTime> times = new TreeMap<>();
        try {
            for (String path : writtenFiles.keySet()) {
                times.put(path, Files.getLastModifiedTime(content.resolve(path)));
            }
            syncContent(files);
            for (String path : new TreeSet<>(times.keySet())) {
                if (Files.exists(content.resolve(path))) {
                    Files.setLastModifiedTime(content.resolve(path), times.get(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of all files written so far and not deleted. */
    public List<String> writtenPaths() {
        return new ArrayList<>(writtenFiles.keySet());
    }

    /** Writes a text file below the content folder. */
    public Path writeContent(String path, String text) {
        writeFile(path, text.getBytes(StandardCharsets.UTF_8));
        return content.resolve(path);
    }

    private void writeFile(String path, byte[] bytes) {
        try {
            Path file = content.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            writtenFiles.put(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
