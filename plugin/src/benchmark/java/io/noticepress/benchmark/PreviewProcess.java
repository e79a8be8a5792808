package io.noticepress.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A preview server in a process of its own. */
final class PreviewProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final String root;
    private final HttpClient client = HttpClient.newHttpClient();

    private PreviewProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.root = "http://127.0.0.1:" + port + "/";
    }

    /** Starts a server, with {@code PORT} replaced by a free port, and waits until it serves a page. */
    static PreviewProcess start(Path folder, Map<String, String> environment, List<String> command, String page)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.replace("PORT", Integer.toString(port))));
        Path log = folder.resolve("preview.txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        PreviewProcess previewProcess = new PreviewProcess(builder.start(), log, port);
        previewProcess.awaitText(page, "<html");
        return previewProcess;
    }

    /** The URL of a page: {@code zh/notices/…}. */
    String address(String page) {
        return root + page;
    }

    /** Polls a page until it contains a text; returns the time since {@code start}, in milliseconds. */
    double awaitText(String page, String text, long start) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(page))).build();
        while (System.nanoTime() - start < TIMEOUT.toNanos()) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.body().contains(text)) {
                    return (System.nanoTime() - start) / 1e6;
                }
            } catch (IOException e) {
                Thread.sleep(50); // the server is not listening yet
            }
            if (!process.isAlive()) {
                throw new IOException("the preview ended:\n" + Files.readString(log));
            }
            Thread.sleep(2);
        }
        throw new IOException("no \"" + text + "\" on " + page + ":\n" + Files.readString(log));
    }

    private void awaitText(String page, String text) throws IOException, InterruptedException {
        awaitText(page, text, System.nanoTime());
    }

    /** The peak resident set size so far, in MiB (VmHWM in proc(5)). */
    double peakMemoryMib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
