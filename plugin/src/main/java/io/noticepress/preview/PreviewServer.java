package io.noticepress.preview;

import com.sun.net.httpserver.HttpServer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.preview.http.PreviewHandler;
import io.noticepress.preview.site.FileChanges;
import io.noticepress.preview.site.LiveSite;
import io.noticepress.preview.watch.DaemonThreads;
import io.noticepress.preview.watch.FolderWatcher;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
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

/** A running preview: a server on this machine alone, and the watch that keeps it up to date. */
public final class PreviewServer implements AutoCloseable {
    /** How long nothing new must come in before everything is checked, in milliseconds: pages go first. */
    private static final long CHECK_DELAY_MILLIS = 60;

    private final RunRequest runRequest;
    private final RunConsole runConsole;
    private final LiveSite liveSite;
    private final HttpServer server;
    private final FolderWatcher watcher;
    private volatile boolean open = true;

    private PreviewServer(RunRequest runRequest, RunConsole runConsole, HttpServer server, long poll) {
        this.runRequest = runRequest;
        this.runConsole = runConsole;
        this.server = server;
        this.liveSite = new LiveSite(runRequest);
        this.watcher = new FolderWatcher(List.of(runRequest.content(), runRequest.themes()), poll, liveSite::update);
    }

    /**
     * Starts one.
     *
     * @param port to listen on, 0 for any that is free
     * @param poll every how many milliseconds all files are looked at instead of waiting for the system to tell; 0 for never
     * @throws RunFailed if the port cannot be had
     */
    public static PreviewServer start(RunRequest runRequest, RunConsole runConsole, int port, long poll) {
        // Answers are small and awaited: none is to be held back until the one before has been confirmed (RFC 896).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            InetSocketAddress place = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            PreviewServer previewServer = new PreviewServer(runRequest, runConsole, HttpServer.create(place, 0), poll);
            previewServer.start();
            return previewServer;
        } catch (BindException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            "noticepress.port",
                            Message.of("端口 {0} 已被占用", "the port {0} is in use", Integer.toString(port)),
                            Message.of(
                                    "关掉占用它的程序，或用 -Dnoticepress.port={0} 换一个",
                                    "end the program that uses it, or choose another with -Dnoticepress.port={0}",
                                    Integer.toString(port + 1))),
                    e);
        } catch (IOException e) {
            throw new RunFailed(
                    Problem.of(
                            ProblemCode.IO,
                            "noticepress.port",
                            Message.of("预览启动不了：{0}", "the preview cannot start: {0}", e.getMessage()),
                            Message.of("检查端口是否允许使用", "see that the port may be used")),
                    e);
        }
    }

    private void start() {
        watcher.start();
        liveSite.update(FileChanges.UNKNOWN);
        PreviewHandler previewHandler = new PreviewHandler(liveSite, port());
        server.createContext("/", previewHandler::handle);
        server.setExecutor(task -> DaemonThreads.start("answer", task));
        server.start();
        info(Message.of("预览：{0}（按 Ctrl+C 结束）", "preview: {0} (end it with Ctrl+C)", address()));
        liveSite.site().map(Site::languages).orElse(List.of()).forEach(this::printHomeAddress);
        DaemonThreads.start("check", this::checkWhenIdle);
    }

    /** Where the site is shown: {@code http://127.0.0.1:8000/}. */
    public String address() {
        return "http://127.0.0.1:" + port()
                + liveSite.site().map(Site::basePath).orElse("/");
    }

    /** Waits until the program is ended. */
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

    /** Prints what is new, and how many problems there are now if that changed. */
    private void printNewProblems(Set<Problem> printed) {
        List<Problem> all = liveSite.problems();
        if (printed.equals(Set.copyOf(all))) {
            return;
        }
        for (ProblemWithExcerpt problemWithExcerpt : liveSite.problemsFor("")) {
            if (!printed.contains(problemWithExcerpt.problem())) {
                String text = ProblemFormat.format(
                        problemWithExcerpt.problem(), messageLanguage(), problemWithExcerpt.excerpt());
                if (problemWithExcerpt.problem().severity() == Severity.ERROR) {
                    runConsole.error(text);
                } else {
                    runConsole.warn(text);
                }
            }
        }
        printed.clear();
        printed.addAll(all);
        long errors =
                all.stream().filter(one -> one.severity() == Severity.ERROR).count();
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
