package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    /** A second process with a locale of its own: stages a file with a Chinese name. */
    static final class Builder {
        public static void main(String[] args) throws Exception {
            Bench bench = new Bench(Path.of(args[0]));
            try {
                bench.build("ascii.html", "1", "notices/2023/x/\u9644\u4ef6.pdf", "2");
                System.err.println("built");
            } catch (RunFailed runFailed) {
                System.err.println(runFailed.problem().code().id());
                System.err.println(runFailed.problem().mend().en());
            }
        }
    }

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void project() throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundBeforeAnythingIsRendered() {
        bench.build("a.html", "1");
        SortedMap<String, String> before = Bench.files(bench.base);
        Disk readOnly = new Bench.SwiftDisk() {
            @Override
            boolean isWritable(Path folder) {
                return !folder.equals(bench.output);
            }
        };
        assertThatThrownBy(() -> bench.open(new Problems(), readOnly))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        runFailed -> assertThat(said(runFailed.problem()))
                                .isEqualTo(
                                        "target/site io: cannot write \"target/site\": no permission to write there"));
        assertThat(Bench.files(bench.base)).isEqualTo(before);
        assertThat(bench.build("a.html", "1").counts().rendered()).isZero();
    }

    @Test
    void aWorkFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.createDirectories(bench.base.resolve("target"));
        Files.writeString(bench.base.resolve("target/file"), "");
        assertThatThrownBy(() -> OutputTree.open(
                        bench.output,
                        bench.base.resolve("target/file/kept"),
                        Bench.GENERATOR,
                        bench.guard,
                        Still.NOTHING,
                        new Problems()))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        runFailed -> assertThat(said(runFailed.problem())).startsWith("target/file/kept/memory-"));
    }

    @Test
    void theReasonIsSaidInWordsInBothLanguages() {
        assertThat(what(new IOException("No space left on device")))
                .isEqualTo("无法写入“x.html”：磁盘已满 | cannot write \"x.html\": the disk is full");
        assertThat(what(new FileSystemException("f", null, "Read-only file system")))
                .isEqualTo("无法写入“x.html”：文件系统是只读的 | cannot write \"x.html\": the file system is read-only");
        assertThat(what(new AccessDeniedException("f")))
                .isEqualTo("无法写入“x.html”：没有写入权限 | cannot write \"x.html\": no permission to write there");
        assertThat(what(new FileSystemException("f", null, "Stale file handle")))
                .isEqualTo(
                        "无法写入“x.html”：系统报告“Stale file handle” | cannot write \"x.html\": the system says \"Stale file handle\"");
    }

    @Test
    void aLocaleThatCannotWriteTheNameIsToldWithTheCure() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Builder.class.getName(),
                bench.base.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
        process.waitFor();
        // JDK 18 and later (JEP 400) still take file names from the locale; a JDK that does not may build.
        assertThat(said).isIn("built\n", "io\nrun Maven in a UTF-8 locale, for example after export LC_ALL=C.UTF-8\n");
        if (Runtime.version().feature() == 17) {
            assertThat(said).startsWith("io\n");
            assertThat(bench.output).doesNotExist();
        }
    }

    private static String what(IOException cause) {
        Problem problem = Trouble.at("x.html", cause).problem();
        return problem.message().zh() + " | " + problem.message().en();
    }

    private static String said(Problem problem) {
        return problem.at().file() + " " + problem.code().id() + ": "
                + problem.message().en();
    }
}
