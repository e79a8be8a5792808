package io.noticepress.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.testkit.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM cannot do in which documents are read. */
@Tag("long")
class ExtractionSandboxTest {
    @TempDir
    Path folder;

    @Test
    void noConnectionLeavesItNotEvenToTheMachineItself() throws Exception {
        assertThat(callsFrom(new ArrayList<>(List.of(ChildJvm.java()))))
                .containsExactly(
                        "socket reached", "url reached", "channel reached", "client reached", "name reached", "4");
        assertThat(callsFrom(ExtractionSandbox.command(folder)))
                .containsExactly(
                        "socket refused", "url refused", "channel refused", "client refused", "name refused", "0");
    }

    /** What a program with these limits says of its calls, and how often the server was reached. */
    private List<String> callsFrom(List<String> command) throws IOException, InterruptedException {
        AtomicInteger reached = new AtomicInteger();
        Path said = Files.createTempFile(folder, "said", "");
        Thread answering;
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            answering = new Thread(() -> answer(server, reached));
            answering.start();
            command.addAll(ChildJvm.classPathAndMain(NetworkProbe.class));
            command.add(Integer.toString(server.getLocalPort()));
            command.add(InetAddress.getLocalHost().getHostName());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        }
        answering.join();
        List<String> lines = new ArrayList<>(Files.readAllLines(said));
        lines.add(reached.toString());
        return lines;
    }

    private static void answer(ServerSocket server, AtomicInteger reached) {
        while (true) {
            try (var call = server.accept()) {
                reached.incrementAndGet();
                byte[] page = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
                call.setSoTimeout(500);
                call.getInputStream().read(new byte[4096]);
                call.getOutputStream().write(page);
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }
}
