package io.noticepress.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of each kind of work, printed as a Markdown table. */
final class BenchmarkResults {
    private final Map<String, List<MeasuredRun>> runs = new LinkedHashMap<>();
    private final Map<String, String> outputSizes = new LinkedHashMap<>();

    void add(String work, MeasuredRun measuredRun) {
        runs.computeIfAbsent(work, key -> new ArrayList<>()).add(measuredRun);
        System.out.printf(
                Locale.ROOT,
                "%-32s %7.2f s %7.2f CPU-s %6.0f MiB%n",
                work,
                measuredRun.wallSeconds(),
                measuredRun.cpuSeconds(),
                measuredRun.peakMib());
    }

    /** Records the output of a kind of work: {@code 32,632 files, 657 MB}. */
    void noteOutputSize(String work, String files) {
        outputSizes.put(work, files);
    }

    /** The table: minimum, median and maximum of the wall time, medians of the rest. */
    String table(int notices) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n| %,d notices | wall s: min | median | max | CPU s | peak MiB | output |%n|---|---:|---:|---:|---:|---:|---|%n",
                notices));
        runs.forEach((work, all) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | **%.2f** | %.2f | %.1f | %.0f | %s |%n",
                work,
                quantile(all, MeasuredRun::wallSeconds, 0),
                quantile(all, MeasuredRun::wallSeconds, all.size() / 2),
                quantile(all, MeasuredRun::wallSeconds, all.size() - 1),
                quantile(all, MeasuredRun::cpuSeconds, all.size() / 2),
                quantile(all, MeasuredRun::peakMib, all.size() / 2),
                outputSizes.getOrDefault(work, ""))));
        return table.toString();
    }

    private static double quantile(List<MeasuredRun> runs, ToDoubleFunction<MeasuredRun> what, int place) {
        return runs.stream()
                .map(what::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(place);
    }
}
