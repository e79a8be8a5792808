package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The checksum list is complete, sorted and correct, and {@code sha256sum} accepts it. */
class ChecksumsTest {
    private static final String LIST = "checksums.txt";

    private final BuiltSite site = BuiltSite.current();

    @Test
    void everyOtherFileIsListedOnceInOrder() {
        TreeSet<String> expected = new TreeSet<>(site.files());
        expected.remove(LIST);
        List<String> listed =
                site.text(LIST).lines().map(line -> line.substring(66)).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected).isSorted();
    }

    @Test
    void everyChecksumIsRight() {
        FailureCollector failureCollector = new FailureCollector();
        site.text(LIST).lines().forEach(line -> {
            failureCollector.check(line.matches("[0-9a-f]{64} [ *].+"), LIST, "cannot read " + line);
            String file = line.substring(66);
            failureCollector.checkEqual(line.substring(0, 64), sha256(site.bytes(file)), file, "checksum");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void sha256sumAcceptsTheList() throws IOException, InterruptedException {
        boolean available = Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sha256sum")));
        assumeTrue(available, "sha256sum is not on the path");
        List<String> command = new ArrayList<>(List.of("sha256sum", "--check", "--strict", "--quiet", LIST));
        Process process = new ProcessBuilder(command)
                .directory(site.root().toFile())
                .redirectErrorStream(true)
                .start();
        String toolOutput = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(toolOutput).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
