package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.output.transaction.IoProblems;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.FileOps;
import io.noticepress.store.UnchangedDirs;
import io.noticepress.testkit.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoProblemsTest {
    /** Runs in a second process with its own locale: stages a file with a Chinese name. */
    static final class LocaleBuild {
        public static void main(String[] args) throws Exception {
            OutputFixture outputFixture = new OutputFixture(Path.of(args[0]));
            try {
                outputFixture.build("ascii.html", "1", "notices/2023/x/\u9644\u4ef6.pdf", "2");
                System.err.println("built");
            } catch (RunFailed runFailed) {
                System.err.println(runFailed.problem().code().id());
                System.err.println(runFailed.problem().mend().en());
            }
        }
    }

    @TempDir
    Path folder;

    private OutputFixture outputFixture;

    @BeforeEach
    void project() throws IOException {
        outputFixture = new OutputFixture(folder);
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundBeforeAnythingIsRendered() {
        outputFixture.build("a.html", "1");
        SortedMap<String, String> before = OutputFixture.readFiles(outputFixture.base);
        FileOps readOnly = new OutputFixture.NoSyncFileOps() {
            @Override
            public boolean isWritable(Path folder) {
                return !folder.equals(outputFixture.output);
            }
        };
        assertThatThrownBy(() -> outputFixture.open(new Problems(), readOnly))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        runFailed -> assertThat(describe(runFailed.problem()))
                                .isEqualTo(
                                        "target/site io: cannot write \"target/site\": no permission to write there"));
        assertThat(OutputFixture.readFiles(outputFixture.base)).isEqualTo(before);
        assertThat(outputFixture.build("a.html", "1").counts().rendered()).isZero();
    }

    @Test
    void aWorkFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.createDirectories(outputFixture.base.resolve("target"));
        Files.writeString(outputFixture.base.resolve("target/file"), "");
        assertThatThrownBy(() -> OutputTree.open(
                        outputFixture.output,
                        outputFixture.base.resolve("target/file/kept"),
                        OutputFixture.GENERATOR,
                        outputFixture.protectedDirs,
                        UnchangedDirs.NONE,
                        new Problems()))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        runFailed -> assertThat(describe(runFailed.problem())).startsWith("target/file/kept/memory-"));
    }

    @Test
    void theReasonIsGivenInBothLanguages() {
        assertThat(messagesFor(new IOException("No space left on device")))
                .isEqualTo("无法写入“x.html”：磁盘已满 | cannot write \"x.html\": the disk is full");
        assertThat(messagesFor(new FileSystemException("f", null, "Read-only file system")))
                .isEqualTo("无法写入“x.html”：文件系统是只读的 | cannot write \"x.html\": the file system is read-only");
        assertThat(messagesFor(new AccessDeniedException("f")))
                .isEqualTo("无法写入“x.html”：没有写入权限 | cannot write \"x.html\": no permission to write there");
        assertThat(messagesFor(new FileSystemException("f", null, "Stale file handle")))
                .isEqualTo(
                        "无法写入“x.html”：系统报告“Stale file handle” | cannot write \"x.html\": the system reports \"Stale file handle\"");
    }

    @Tag("long")
    @Test
    void aLocaleThatCannotEncodeTheNameIsReportedWithAMend() throws Exception {
        ProcessBuilder builder = ChildJvm.of(List.of("-Xmx64m"), LocaleBuild.class, outputFixture.base.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String processOutput = new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
        process.waitFor();
        // JDK 18 and later (JEP 400) still encode file names by the locale; on a JDK that does not, the build may
        // succeed.
        assertThat(processOutput)
                .isIn("built\n", "io\nrun Maven in a UTF-8 locale, for example after export LC_ALL=C.UTF-8\n");
        if (Runtime.version().feature() == 17) {
            assertThat(processOutput).startsWith("io\n");
            assertThat(outputFixture.output).doesNotExist();
        }
    }

    private static String messagesFor(IOException cause) {
        Problem problem = IoProblems.cannotWrite("x.html", cause).problem();
        return problem.message().zh() + " | " + problem.message().en();
    }

    private static String describe(Problem problem) {
        return problem.at().file() + " " + problem.code().id() + ": "
                + problem.message().en();
    }
}
