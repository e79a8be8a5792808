package io.noticepress.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one whole process took, its start and end included, as GNU time tells.
 *
 * @param wallSeconds seconds by the clock
 * @param cpuSeconds seconds of all processors, in the program and in the system
 * @param peakMib the most memory it had, in MiB
 */
record MeasuredRun(double wallSeconds, double cpuSeconds, double peakMib) {

    /** Runs a command to its end. */
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
