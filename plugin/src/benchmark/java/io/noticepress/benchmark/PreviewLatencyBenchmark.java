package io.noticepress.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Time from saving a file until a server returns the changed page, and until a browser has painted it. The preview and
 * Hugo's server run at the same time and are edited in turns.
 */
public final class PreviewLatencyBenchmark {
    /** How many times a file is saved in a round, for each kind of edit and of measurement. */
    private static final int EDITS_PER_ROUND = 5;

    /** Pause between two edits, in milliseconds. */
    private static final long PAUSE = 1_000;

    /** One of the servers: its process, the files to edit and the addresses of their pages. */
    private record EditedServer(String name, PreviewProcess preview, List<Path> files, List<String> pages) {}

    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private long changeCount;

    private PreviewLatencyBenchmark() {}

    /** Runs the benchmark; the arguments are those of {@link BuildBenchmark#main}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("MAVEN_OPTS", args[4], "LC_ALL", "C.UTF-8");
        for (String size : args[6].split(",")) {
            Path workFolder = Path.of(args[0]).resolve("saving-" + size);
            BuildBenchmark.deleteTree(workFolder);
            SyntheticCorpus syntheticCorpus = new SyntheticCorpus(Integer.parseInt(size));
            // A notice from the middle, and one of the newest, which is also on the home page and in the feeds.
            List<Integer> notices = List.of(Integer.parseInt(size) / 2, Integer.parseInt(size) - 3);
            Path project = workFolder.resolve("project");
            syntheticCorpus.writeContent(project.resolve("content"));
            BuildBenchmark.copy(Path.of(args[1]).resolve("../themes/official"), project.resolve("themes/official"));
            Files.writeString(project.resolve("pom.xml"), BuildBenchmark.pom(args[2]));
            List<EditedServer> servers = new ArrayList<>();
            List<Path> files = notices.stream()
                    .map(each -> project.resolve("content").resolve(syntheticCorpus.contentFile(each)))
                    .toList();
            List<String> pages =
                    notices.stream().map(syntheticCorpus::pageAddress).toList();
            List<String> serve = List.of(args[3], "-o", "-B", "noticepress:serve", "-Dnoticepress.port=PORT");
            servers.add(new EditedServer(
                    "serve", PreviewProcess.start(project, environment, serve, pages.get(0)), files, pages));
            Optional<String> hugo = BuildBenchmark.findOnPath("hugo");
            if (hugo.isPresent()) {
                Path folder = workFolder.resolve("hugo");
                syntheticCorpus.writeHugo(folder);
                BuildBenchmark.copy(Path.of(args[1]).resolve("src/benchmark/hugo"), folder);
                List<Path> hugoFiles = notices.stream()
                        .map(each -> folder.resolve(syntheticCorpus.hugoFile(each)))
                        .toList();
                List<String> addresses =
                        notices.stream().map(syntheticCorpus::hugoPageAddress).toList();
                List<String> server = List.of(hugo.get(), "server", "--port", "PORT", "--baseURL", "http://127.0.0.1/");
                servers.add(new EditedServer(
                        "Hugo",
                        PreviewProcess.start(folder, Map.of(), server, addresses.get(0)),
                        hugoFiles,
                        addresses));
            }
            PreviewLatencyBenchmark previewLatencyBenchmark = new PreviewLatencyBenchmark();
            try {
                for (int round = 1; round <= Integer.parseInt(args[5]); round++) {
                    for (EditedServer editedServer : servers) {
                        previewLatencyBenchmark.measureServed(editedServer, round);
                        previewLatencyBenchmark.measurePainted(editedServer, round);
                    }
                }
                System.out.println(previewLatencyBenchmark.table(Integer.parseInt(size), servers));
            } finally {
                servers.forEach(editedServer -> editedServer.preview().close());
            }
            BuildBenchmark.deleteTree(workFolder);
        }
    }

    private void measureServed(EditedServer editedServer, int round) throws IOException, InterruptedException {
        for (int edit = 0; edit < 2 * EDITS_PER_ROUND; edit++) {
            int notice = edit / 2 % editedServer.files().size();
            long start = System.nanoTime();
            String change = saveEdit(editedServer.files().get(notice), edit % 2 == 0);
            recordTime(
                    editedServer,
                    edit,
                    "served",
                    editedServer.preview().awaitText(editedServer.pages().get(notice), change, start),
                    round);
            Thread.sleep(PAUSE);
        }
    }

    private void measurePainted(EditedServer editedServer, int round) throws IOException, InterruptedException {
        Optional<String> chromium = BuildBenchmark.findOnPath("chromium");
        if (chromium.isEmpty()) {
            return;
        }
        try (PaintObserver paintObserver = new PaintObserver(chromium.get())) {
            for (int edit = 0; edit < 2 * EDITS_PER_ROUND; edit++) {
                int notice = edit / EDITS_PER_ROUND % editedServer.files().size();
                if (edit % EDITS_PER_ROUND == 0) {
                    paintObserver.open(
                            editedServer.preview().address(editedServer.pages().get(notice)));
                }
                long start = System.currentTimeMillis();
                saveEdit(editedServer.files().get(notice), edit % 2 == 0);
                recordTime(editedServer, edit, "on screen", paintObserver.awaitChange(changeCount) - start, round);
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Saves an edit of a text or a title; returns the words that identify it. */
    private String saveEdit(Path file, boolean text) throws IOException {
        changeCount++;
        String change = "第" + changeCount + "次修改";
        String before = Files.readString(file);
        String after = text
                ? before.replaceFirst("(\n又及：第\\d+次修改。)?\\s*$", "\n又及：" + change + "。\n")
                : before.replaceFirst("title: \"(第\\d+次修改)?", "title: \"" + change);
        Files.writeString(file, after);
        return change;
    }

    private void recordTime(EditedServer editedServer, int edit, String how, double millis, int round) {
        String what = editedServer.name() + ", " + (edit % 2 == 0 ? "text" : "title") + ", " + how;
        System.out.printf(Locale.ROOT, "%d %-28s %8.0f ms%n", round, what, millis);
        times.computeIfAbsent(what, key -> new ArrayList<>()).add(millis);
    }

    private String table(int notices, List<EditedServer> servers) throws IOException {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n| %,d notices | ms: min | median | max | saved |%n|---|---:|---:|---:|---:|%n",
                notices));
        times.forEach((what, all) -> {
            Collections.sort(all);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | **%.0f** | %.0f | %d times |%n",
                    what,
                    all.get(0),
                    all.get(all.size() / 2),
                    all.get(all.size() - 1),
                    all.size()));
        });
        for (EditedServer editedServer : servers) {
            table.append(String.format(
                    Locale.ROOT,
                    "%nPeak memory of %s: %.0f MiB",
                    editedServer.name(),
                    editedServer.preview().peakMemoryMib()));
        }
        return table.append('\n').toString();
    }
}
