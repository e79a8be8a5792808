package io.noticepress.preview;

import com.sun.net.httpserver.HttpServer;
import io.noticepress.build.FileChanges;
import io.noticepress.build.LiveSite;
import io.noticepress.build.ProblemWithExcerpt;
import io.noticepress.build.RunConsole;
import io.noticepress.build.RunRequest;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A running preview: a server on this machine alone, and the watch that keeps it up to date. */
public final class Preview implements AutoCloseable {
    /** How long nothing new must come in before everything is checked, in milliseconds: pages go first. */
    private static final long LEISURE = 60;

    private final RunRequest runRequest;
    private final RunConsole runConsole;
    private final LiveSite liveSite;
    private final HttpServer server;
    private final Watch watch;
    private volatile boolean open = true;

    private Preview(RunRequest runRequest, RunConsole runConsole, HttpServer server, long poll) {
        this.runRequest = runRequest;
        this.runConsole = runConsole;
        this.server = server;
        this.liveSite = new LiveSite(runRequest);
        this.watch = new Watch(List.of(runRequest.content(), runRequest.themes()), poll, liveSite::update);
    }

    /**
     * Starts one.
     *
     * @param port to listen on, 0 for any that is free
     * @param poll every how many milliseconds all files are looked at instead of waiting for the system to tell; 0 for never
     * @throws RunFailed if the port cannot be had
     */
    public static Preview start(RunRequest runRequest, RunConsole runConsole, int port, long poll) {
        // Answers are small and awaited: none is to be held back until the one before has been confirmed (RFC 896).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            InetSocketAddress place = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            Preview preview = new Preview(runRequest, runConsole, HttpServer.create(place, 0), poll);
            preview.start();
            return preview;
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
        watch.start();
        liveSite.update(FileChanges.UNKNOWN);
        Door door = new Door(liveSite, port());
        server.createContext("/", door::answer);
        server.setExecutor(task -> Threads.start("answer", task));
        server.start();
        say(Message.of("预览：{0}（按 Ctrl+C 结束）", "preview: {0} (end it with Ctrl+C)", address()));
        liveSite.site().map(Site::languages).orElse(List.of()).forEach(this::home);
        Threads.start("check", this::check);
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

    private void home(Language language) {
        runConsole.info("  " + address() + language.key() + "/  " + language.name());
    }

    private void check() {
        Set<Problem> printed = new HashSet<>();
        long seen = 0;
        try {
            while (open) {
                long now = liveSite.awaitChange(seen, 1_000);
                for (long next = now; liveSite.awaitChange(next, LEISURE) > next; ) {
                    next = liveSite.awaitChange(next, 0);
                }
                if (now == seen) {
                    continue;
                }
                seen = now;
                liveSite.check();
                print(printed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints what is new, and how many problems there are now if that changed. */
    private void print(Set<Problem> printed) {
        List<Problem> all = liveSite.problems();
        if (printed.equals(Set.copyOf(all))) {
            return;
        }
        for (ProblemWithExcerpt problemWithExcerpt : liveSite.problemsFor("")) {
            if (!printed.contains(problemWithExcerpt.problem())) {
                String text =
                        ProblemFormat.format(problemWithExcerpt.problem(), tongue(), problemWithExcerpt.excerpt());
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
        say(
                all.isEmpty()
                        ? new Message("没有问题", "no problems")
                        : Message.of("现有 {0} 个错误、{1} 个警告", "errors: {0}, warnings: {1}", errors, all.size() - errors));
    }

    private MessageLanguage tongue() {
        return runRequest
                .messageLanguage()
                .orElseGet(() -> liveSite.site()
                        .map(site -> MessageLanguage.of(site.messages()))
                        .orElse(MessageLanguage.EN));
    }

    private void say(Message message) {
        runConsole.info(message.in(tongue()));
    }

    @Override
    public void close() throws IOException {
        open = false;
        watch.close();
        server.stop(0);
        liveSite.close();
    }
}
