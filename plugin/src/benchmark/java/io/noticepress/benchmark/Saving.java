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
 * How long it takes from saving a file to the changed page: until a server gives it out, and until a browser has it on screen.
 * The preview and Hugo's server run at the same time, and are edited in turns.
 */
public final class Saving {
    /** How many times a file is saved in a round, for each kind of edit and of looking. */
    private static final int EDITS = 5;

    /** How long an editor looks at the page before the next edit, in milliseconds. */
    private static final long PAUSE = 1_000;

    /** One of the two: what runs, and where its notices are. */
    private record Peer(String name, Preview preview, List<Path> files, List<String> pages) {}

    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private long changes;

    private Saving() {}

    /** Measures; the arguments are those of {@link Benchmark#main}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("MAVEN_OPTS", args[4], "LC_ALL", "C.UTF-8");
        for (String size : args[6].split(",")) {
            Path here = Path.of(args[0]).resolve("saving-" + size);
            Benchmark.remove(here);
            Corpus corpus = new Corpus(Integer.parseInt(size));
            // One as old as most, one of the newest: the latter also stands on the home page and in the feeds.
            List<Integer> notices = List.of(Integer.parseInt(size) / 2, Integer.parseInt(size) - 3);
            Path project = here.resolve("project");
            corpus.writeContent(project.resolve("content"));
            Benchmark.copy(Path.of(args[1]).resolve("../themes/official"), project.resolve("themes/official"));
            Files.writeString(project.resolve("pom.xml"), Benchmark.pom(args[2]));
            List<Peer> peers = new ArrayList<>();
            List<Path> files = notices.stream()
                    .map(each -> project.resolve("content").resolve(corpus.file(each)))
                    .toList();
            List<String> pages = notices.stream().map(corpus::page).toList();
            List<String> serve = List.of(args[3], "-o", "-B", "noticepress:serve", "-Dnoticepress.port=PORT");
            peers.add(new Peer("serve", Preview.start(project, environment, serve, pages.get(0)), files, pages));
            Optional<String> hugo = Benchmark.program("hugo");
            if (hugo.isPresent()) {
                Path folder = here.resolve("hugo");
                corpus.writeHugo(folder);
                Benchmark.copy(Path.of(args[1]).resolve("src/benchmark/hugo"), folder);
                List<Path> theirs = notices.stream()
                        .map(each -> folder.resolve(corpus.hugoFile(each)))
                        .toList();
                List<String> addresses = notices.stream().map(corpus::hugoPage).toList();
                List<String> server = List.of(hugo.get(), "server", "--port", "PORT", "--baseURL", "http://127.0.0.1/");
                peers.add(
                        new Peer("Hugo", Preview.start(folder, Map.of(), server, addresses.get(0)), theirs, addresses));
            }
            Saving saving = new Saving();
            try {
                for (int round = 1; round <= Integer.parseInt(args[5]); round++) {
                    for (Peer peer : peers) {
                        saving.poll(peer, round);
                        saving.watch(peer, round);
                    }
                }
                System.out.println(saving.table(Integer.parseInt(size), peers));
            } finally {
                peers.forEach(peer -> peer.preview().close());
            }
            Benchmark.remove(here);
        }
    }

    private void poll(Peer peer, int round) throws IOException, InterruptedException {
        for (int edit = 0; edit < 2 * EDITS; edit++) {
            int notice = edit / 2 % peer.files().size();
            long start = System.nanoTime();
            String change = save(peer.files().get(notice), edit % 2 == 0);
            note(peer, edit, "served", peer.preview().await(peer.pages().get(notice), change, start), round);
            Thread.sleep(PAUSE);
        }
    }

    private void watch(Peer peer, int round) throws IOException, InterruptedException {
        Optional<String> chromium = Benchmark.program("chromium");
        if (chromium.isEmpty()) {
            return;
        }
        try (Screen screen = new Screen(chromium.get())) {
            for (int edit = 0; edit < 2 * EDITS; edit++) {
                int notice = edit / EDITS % peer.files().size();
                if (edit % EDITS == 0) {
                    screen.open(peer.preview().address(peer.pages().get(notice)));
                }
                long start = System.currentTimeMillis();
                save(peer.files().get(notice), edit % 2 == 0);
                note(peer, edit, "on screen", screen.await(changes) - start, round);
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Saves an edit of a text or a title, and says by which words it is known. */
    private String save(Path file, boolean text) throws IOException {
        changes++;
        String change = "第" + changes + "次修改";
        String before = Files.readString(file);
        String after = text
                ? before.replaceFirst("(\n又及：第\\d+次修改。)?\\s*$", "\n又及：" + change + "。\n")
                : before.replaceFirst("title: \"(第\\d+次修改)?", "title: \"" + change);
        Files.writeString(file, after);
        return change;
    }

    private void note(Peer peer, int edit, String how, double millis, int round) {
        String what = peer.name() + ", " + (edit % 2 == 0 ? "text" : "title") + ", " + how;
        System.out.printf(Locale.ROOT, "%d %-28s %8.0f ms%n", round, what, millis);
        times.computeIfAbsent(what, key -> new ArrayList<>()).add(millis);
    }

    private String table(int notices, List<Peer> peers) throws IOException {
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
        for (Peer peer : peers) {
            table.append(String.format(
                    Locale.ROOT,
                    "%nPeak memory of %s: %.0f MiB",
                    peer.name(),
                    peer.preview().peak()));
        }
        return table.append('\n').toString();
    }
}
