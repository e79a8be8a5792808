package io.noticepress.content;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.FileLimits;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.importer.DocumentImporter;
import io.noticepress.importer.source.DocumentFormat;
import io.noticepress.output.transaction.BuildLock;
import io.noticepress.output.transaction.IoProblems;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.template.TemplateEngine;
import io.noticepress.render.template.ThemeFolder;
import io.noticepress.report.ProblemWithExcerpt;
import io.noticepress.store.FileOps;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The example of a code that no content folder in a fenced block can show. The plugin itself reports each of them, so that the
 * pages cannot quote a message that is no longer there.
 *
 * @param whyNoCase the reason
 */
record ProblemExample(ProblemCode code, String whyNoCase, Cause cause) {
    static final List<ProblemExample> ALL = List.of(
            new ProblemExample(
                    ProblemCode.TOO_LARGE,
                    "the file would have to be larger than its page",
                    folder -> throwProblem(FileLimits.tooLarge(
                            Location.ofFile("content/notices/2030/kx-2030-6/名单.xlsx"),
                            1,
                            24L * 1024 * 1024,
                            FileLimits.ATTACHMENT))),
            new ProblemExample(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "only an import reports it",
                    folder -> DocumentFormat.of(
                            new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "通知.doc", "通知.doc")),
            new ProblemExample(
                    ProblemCode.IMPORT_FAILED, "only an import reports it", ProblemExample::importFileWithoutText),
            new ProblemExample(
                    ProblemCode.THEME_MISSING,
                    "themes are not content",
                    folder -> ThemeFolder.read(folder.resolve("themes"), "themes", "offical")),
            new ProblemExample(
                    ProblemCode.TEMPLATE_ERROR, "themes are not content", ProblemExample::renderUnknownField),
            new ProblemExample(
                    ProblemCode.OUTPUT_UNSAFE,
                    "it is about the output",
                    folder -> outputPaths(folder, folder.resolve("content/site"))),
            new ProblemExample(
                    ProblemCode.OUTPUT_LOCKED, "it takes two builds at once", ProblemExample::lockLockedOutput),
            new ProblemExample(ProblemCode.IO, "it takes a disk that fails", folder -> {
                throw IoProblems.cannotWrite(
                        "target/site/zh/index.html", new FileSystemException("", null, "No space left on device"));
            }));

    private static final String TEMPLATE = "<h1>${notice.titel}</h1>";

    /** What makes the plugin report the problem. */
    interface Cause {
        void provoke(Path folder) throws Exception;
    }

    ProblemWithExcerpt report(Path folder) throws Exception {
        try {
            cause.provoke(folder.toRealPath());
        } catch (RunFailed failed) {
            return new ProblemWithExcerpt(
                    failed.problem(), code == ProblemCode.TEMPLATE_ERROR ? Optional.of(TEMPLATE) : Optional.empty());
        }
        throw new AssertionError(code + " is not reported");
    }

    private static void throwProblem(Problem problem) {
        throw new RunFailed(problem);
    }

    private static void importFileWithoutText(Path folder) {
        ContentFolder content = ContentFolder.of(new MinimalSite(folder).root, "content");
        DocumentImporter.importDocument(
                " \n".getBytes(StandardCharsets.UTF_8),
                Path.of("通知.txt"),
                Optional.empty(),
                Optional.empty(),
                SiteReader.read(content, new Problems()).orElseThrow(),
                coordinates -> List.of(),
                "通知.txt");
    }

    private static void renderUnknownField(Path folder) {
        byte[] template = TEMPLATE.getBytes(StandardCharsets.UTF_8);
        ThemeFolder theme = new ThemeFolder("themes/plain", new TreeMap<>(Map.of("pages/notice.ftlh", template)));
        new TemplateEngine(theme, List.of("notice"))
                .render(
                        "notice",
                        Map.of("notice", Map.of("title", "关于印发《2030年示范工作要点》的通知")),
                        "zh/notices/2030/kx-2030-6/index.html");
    }

    private static OutputPaths outputPaths(Path folder, Path output) {
        ProtectedDirs protectedDirs = new ProtectedDirs(
                folder, folder.resolveSibling("home"), folder.resolve("content"), folder.resolve("themes"));
        return OutputPaths.of(new FileOps(), output, folder.resolve("target/noticepress"), protectedDirs);
    }

    /** An interrupted thread does not wait for the lock. The number of the process is replaced by one that is always the same. */
    private static void lockLockedOutput(Path folder) {
        OutputPaths paths = outputPaths(folder, folder.resolve("target/site"));
        BuildLock held = BuildLock.acquire(paths, BuildLock.TIMEOUT);
        try {
            Thread.currentThread().interrupt();
            BuildLock.acquire(paths, BuildLock.TIMEOUT).close();
        } catch (RunFailed failed) {
            Problem problem = failed.problem();
            String process = Long.toString(ProcessHandle.current().pid());
            Message message = new Message(
                    problem.message().zh().replace(process, "4711"),
                    problem.message().en().replace(process, "4711"));
            throwProblem(Problem.of(problem.code(), problem.at(), problem.width(), message, problem.mend()));
        } finally {
            Thread.interrupted();
            held.close();
        }
    }
}
