package io.noticepress.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Resources used by one process from start to end, as measured by GNU time.
 *
 * @param wallSeconds wall time in seconds
 * @param cpuSeconds user and system time on all processors, in seconds
 * @param peakMib maximum resident set size, in MiB
 */
record MeasuredRun(double wallSeconds, double cpuSeconds, double peakMib) {

    /** Runs a command and waits until it ends. */
    static MeasuredRun execute(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path times = folder.resolve("times.txt").toAbsolutePath();
        Path log = folder.resolve("log.txt");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-o", times.toString(), "-f", "%e %U %S %M"));
        timed.addAll(command);
        ProcessBuilder process = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        process.environment().putAll(environment);
        int end = process.start().waitFor();
        if (end != 0) {
            throw new IOException(command + " ended with " + end + ":\n" + Files.readString(log));
        }
        String[] words = Files.readString(times).strip().split(" ");
        return new MeasuredRun(
                Double.parseDouble(words[0]),
                Double.parseDouble(words[1]) + Double.parseDouble(words[2]),
                Double.parseDouble(words[3]) / 1024);
    }
}
