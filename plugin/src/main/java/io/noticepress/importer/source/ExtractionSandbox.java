package io.noticepress.importer.source;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.process.ExtractorMain;
import io.noticepress.extract.process.NoNetworkProvider;
import io.noticepress.extract.process.TranscriptFile;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an untrusted document in a separate JVM, limited to 256 MB and 15 seconds, with a temporary folder as its home and
 * without network: names do not resolve, channels do not open, and every other connection, also to this machine, goes to a
 * proxy that does not exist.
 */
public final class ExtractionSandbox {
    private static final int TIMEOUT_SECONDS = 15;
    /** Exit status that {@code -XX:+ExitOnOutOfMemoryError} gives. */
    private static final int OUT_OF_MEMORY = 3;

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            "-Xss2m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.timezone=UTC",
            "-DsocksProxyHost=none.invalid",
            "-DsocksNonProxyHosts=",
            "-Dhttp.nonProxyHosts=",
            "-Dftp.nonProxyHosts=",
            "-Djava.net.useSystemProxies=false",
            "-Djava.nio.channels.spi.SelectorProvider=" + NoNetworkProvider.class.getName(),
            "-Djavax.xml.accessExternalDTD=",
            "-Djavax.xml.accessExternalSchema=",
            "-Djavax.xml.accessExternalStylesheet=",
            "-Dlog4j2.StatusLogger.level=OFF");

    private final LibraryResolver libraryResolver;
    private final String displayPath;

    public ExtractionSandbox(LibraryResolver libraryResolver, String displayPath) {
        this.libraryResolver = libraryResolver;
        this.displayPath = displayPath;
    }

    /**
     * Extracts the lines of a document.
     *
     * @throws RunFailed if the document is broken, protected or too large, or takes too long to read
     */
    public List<ExtractedLine> extract(DocumentFormat documentFormat, Path file) {
        try {
            List<String> classPath = new ArrayList<>(List.of(ownJar()));
            libraryResolver.jars(coordinates(documentFormat)).forEach(jar -> classPath.add(jar.toString()));
            Path folder = Files.createTempDirectory("noticepress-import");
            try {
                return runExtractor(
                        documentFormat, file.toAbsolutePath(), String.join(File.pathSeparator, classPath), folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new RunFailed(
                    problem(ProblemCode.IMPORT_FAILED, Message.of("读取失败：{0}", "reading failed: {0}", e.getMessage())),
                    e);
        }
    }

    private List<ExtractedLine> runExtractor(DocumentFormat documentFormat, Path file, String classPath, Path folder)
            throws IOException {
        Path transcript = folder.resolve("transcript");
        List<String> command = command(folder);
        command.addAll(List.of(
                "-cp",
                classPath,
                ExtractorMain.class.getName(),
                documentFormat.code(),
                file.toString(),
                transcript.toString()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile())
                .start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new RunFailed(problem(
                        ProblemCode.TOO_COMPLEX,
                        Message.of("{0} 秒内读不完", "reading it takes longer than {0} seconds", TIMEOUT_SECONDS)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == ExtractorMain.REFUSED) {
            String[] refusal = Files.readString(transcript).split("\n");
            ProblemCode problemCode = ProblemCode.valueOf(refusal[0]);
            throw new RunFailed(problem(problemCode, new Message(refusal[1], refusal[2])));
        }
        if (process.exitValue() == OUT_OF_MEMORY) {
            throw new RunFailed(problem(
                    ProblemCode.TOO_LARGE,
                    new Message("读它需要的内存超过 256 MB", "reading it needs more than 256 MB of memory")));
        }
        if (process.exitValue() != 0) {
            String firstLine = Files.readString(folder.resolve("console"))
                    .lines()
                    .filter(line -> !line.startsWith("\tat "))
                    .findFirst()
                    .orElse("");
            throw new RunFailed(problem(
                    ProblemCode.IMPORT_FAILED,
                    Message.of("读取程序异常退出：{0}", "the reader ended abnormally: {0}", firstLine)));
        }
        return TranscriptFile.read(transcript);
    }

    /** The command that starts the JVM, without class path and main class. */
    static List<String> command(Path folder) throws IOException {
        Path hosts = Files.createFile(folder.resolve("hosts"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-Djdk.net.hosts.file=" + hosts, "-Duser.home=" + folder, "-Djava.io.tmpdir=" + folder));
        return command;
    }

    private Problem problem(ProblemCode problemCode, Message what) {
        return Problem.of(
                problemCode,
                displayPath,
                what,
                Message.of(
                        "用原来的程序另存一份，或改为导入纯文本",
                        "save it again with the program that created it, or import it as plain text"));
    }

    /** Maven coordinates of the library that reads a format, in the version this plugin was built with. */
    private static String coordinates(DocumentFormat documentFormat) throws IOException {
        Properties properties = new Properties();
        try (var in = ExtractionSandbox.class.getResourceAsStream("libraries.properties")) {
            properties.load(in);
        }
        return properties.getProperty(documentFormat.code());
    }

    private static String ownJar() {
        try {
            return Path.of(ExtractorMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
