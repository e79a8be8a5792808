package io.noticepress.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of each kind of work, and the table of them in Markdown. */
final class Results {
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();
    private final Map<String, String> made = new LinkedHashMap<>();

    void add(String work, Run run) {
        runs.computeIfAbsent(work, key -> new ArrayList<>()).add(run);
        System.out.printf(
                Locale.ROOT, "%-32s %7.2f s %7.2f CPU-s %6.0f MiB%n", work, run.wall(), run.cpu(), run.peak());
    }

    /** Notes what some work left on disk: {@code 32,632 files, 657 MB}. */
    void made(String work, String files) {
        made.put(work, files);
    }

    /** The table: minimum, median and maximum of seconds, medians of the rest. */
    String table(int notices) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n| %,d notices | wall s: min | median | max | CPU s | peak MiB | made |%n|---|---:|---:|---:|---:|---:|---|%n",
                notices));
        runs.forEach((work, all) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | **%.2f** | %.2f | %.1f | %.0f | %s |%n",
                work,
                at(all, Run::wall, 0),
                at(all, Run::wall, all.size() / 2),
                at(all, Run::wall, all.size() - 1),
                at(all, Run::cpu, all.size() / 2),
                at(all, Run::peak, all.size() / 2),
                made.getOrDefault(work, ""))));
        return table.toString();
    }

    private static double at(List<Run> runs, ToDoubleFunction<Run> what, int place) {
        return runs.stream()
                .map(what::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(place);
    }
}
