package io.noticepress.preview;

import com.sun.net.httpserver.HttpServer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.pipeline.DaemonThreads;
import io.noticepress.preview.http.PreviewHandler;
import io.noticepress.preview.site.FileChanges;
import io.noticepress.preview.site.LiveSite;
import io.noticepress.preview.watch.FolderWatcher;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
import io.noticepress.report.ProblemCounts;
import io.noticepress.report.ProblemWithExcerpt;
import io.noticepress.report.RunConsole;
import io.noticepress.report.RunRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A live preview: an HTTP server on 127.0.0.1, and the folder watcher that keeps its site up to date. */
public final class PreviewServer implements AutoCloseable {
    /** The checks start after a pause of this length without changes: rendering the saved page comes first. */
    private static final long CHECK_DELAY_MILLIS = 60;

    private final RunRequest runRequest;
    private final RunConsole runConsole;
    private final LiveSite liveSite;
    private final HttpServer server;
    private final FolderWatcher watcher;
    private volatile boolean open = true;

    private PreviewServer(RunRequest runRequest, RunConsole runConsole, HttpServer server, long pollMillis) {
        this.runRequest = runRequest;
        this.runConsole = runConsole;
        this.server = server;
        this.liveSite = new LiveSite(runRequest);
        this.watcher = new FolderWatcher(
                List.of(runRequest.content(), runRequest.themes()),
                pollMillis,
                FolderWatcher.RECHECK_MILLIS,
                liveSite::update);
    }

    /**
     * Starts a preview.
     *
     * @param port to listen on, 0 for any free port
     * @param pollMillis the interval at which to compare all files, instead of waiting for file system events; 0 for events
     * @throws RunFailed if the port cannot be used
     */
    public static PreviewServer start(RunRequest runRequest, RunConsole runConsole, int port, long pollMillis) {
        // Responses are small and awaited: none may be delayed until the previous one is acknowledged (RFC 896).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            InetSocketAddress place = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            PreviewServer previewServer =
                    new PreviewServer(runRequest, runConsole, HttpServer.create(place, 0), pollMillis);
            previewServer.start();
            return previewServer;
        } catch (BindException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            "noticepress.port",
                            Message.of("端口 {0} 已被占用", "port {0} is in use", Integer.toString(port)),
                            Message.of(
                                    "关掉占用它的程序，或用 -Dnoticepress.port={0} 换一个",
                                    "end the program that uses it, or choose another port with -Dnoticepress.port={0}",
                                    Integer.toString(port + 1))),
                    e);
        } catch (IOException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            "noticepress.port",
                            Message.of("预览启动不了：{0}", "the preview cannot start: {0}", e.getMessage()),
                            Message.of("检查端口是否允许使用", "check that you may use this port")),
                    e);
        }
    }

    private void start() {
        watcher.start();
        liveSite.update(FileChanges.UNKNOWN);
        PreviewHandler previewHandler = new PreviewHandler(liveSite, port());
        server.createContext("/", previewHandler::handle);
        server.setExecutor(task -> DaemonThreads.start("request", task));
        server.start();
        info(Message.of("预览：{0}（按 Ctrl+C 结束）", "preview: {0} (press Ctrl+C to end it)", address()));
        liveSite.site().map(Site::languages).orElse(List.of()).forEach(this::printHomeAddress);
        DaemonThreads.start("check", this::checkWhenIdle);
    }

    /** The address of the site: {@code http://127.0.0.1:8000/}. */
    public String address() {
        return "http://127.0.0.1:" + port() + liveSite.basePath();
    }

    /** Waits until the preview is closed. */
    public void await() throws InterruptedException {
        while (open) {
            liveSite.awaitChange(Long.MAX_VALUE - 1, 60_000);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void printHomeAddress(Language language) {
        runConsole.info("  " + address() + language.key() + "/  " + language.name());
    }

    private void checkWhenIdle() {
        Set<Problem> printed = new HashSet<>();
        long seen = 0;
        try {
            while (open) {
                long now = liveSite.awaitChange(seen, 1_000);
                for (long next = now; liveSite.awaitChange(next, CHECK_DELAY_MILLIS) > next; ) {
                    next = liveSite.awaitChange(next, 0);
                }
                if (now == seen) {
                    continue;
                }
                seen = now;
                liveSite.check();
                printNewProblems(printed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints the problems that are new, and the number of all, if anything changed. */
    private void printNewProblems(Set<Problem> printed) {
        List<Problem> all = liveSite.problems();
        if (printed.equals(Set.copyOf(all))) {
            return;
        }
        for (ProblemWithExcerpt problemWithExcerpt : liveSite.problemsFor("")) {
            if (!printed.contains(problemWithExcerpt.problem())) {
                runConsole.print(problemWithExcerpt, messageLanguage());
            }
        }
        printed.clear();
        printed.addAll(all);
        long errors = ProblemCounts.count(all, Severity.ERROR);
        info(
                all.isEmpty()
                        ? new Message("没有问题", "no problems")
                        : Message.of("现有 {0} 个错误、{1} 个警告", "errors: {0}, warnings: {1}", errors, all.size() - errors));
    }

    private MessageLanguage messageLanguage() {
        return runRequest
                .messageLanguage()
                .orElseGet(() -> liveSite.site()
                        .map(site -> MessageLanguage.of(site.messages()))
                        .orElse(MessageLanguage.EN));
    }

    private void info(Message message) {
        runConsole.info(message.in(messageLanguage()));
    }

    @Override
    public void close() throws IOException {
        open = false;
        watcher.close();
        server.stop(0);
        liveSite.close();
    }
}
