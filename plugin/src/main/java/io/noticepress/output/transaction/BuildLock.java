package io.noticepress.output.transaction;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Exclusive lock on one output folder.
 *
 * <p>Between processes it is a lock of the operating system on {@code .<output name>.noticepress/lock}; it ends with the
 * process, so a file left behind does no harm. Within one process (modules of a parallel Maven build) such locks are
 * unreliable: POSIX releases them when <em>any</em> channel of the file is closed. There a system property is the lock, as
 * all class loaders share system properties, and whoever does not get it never opens the file.
 */
public final class BuildLock implements AutoCloseable {
    /** How long a build waits for another one. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A byte far behind the text: on Windows nobody else can read a locked byte. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final long PAUSE_MILLIS = 50;

    private final String propertyKey;
    private final FileChannel channel;

    private BuildLock(String propertyKey, FileChannel channel) {
        this.propertyKey = propertyKey;
        this.channel = channel;
    }

    /** Waits for the lock; when the time is up, throws {@code output-locked}. */
    public static BuildLock acquire(OutputPaths outputPaths, Duration timeout) {
        Path folder = outputPaths.transactionFolder().root();
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(folder)) {
                throw new RunFailed(ForeignFiles.error(folder.toString()));
            }
            return acquire(outputPaths.transactionFolder().lockFile(), outputPaths.shownOutput(), timeout);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(outputPaths.shownOutput(), e);
        }
    }

    private static BuildLock acquire(Path file, String output, Duration timeout) throws IOException {
        String key = "noticepress.lock:" + file;
        String self = Long.toString(ProcessHandle.current().pid());
        long start = System.nanoTime();
        while (true) {
            String holder = self;
            if (System.getProperties().putIfAbsent(key, self) == null) {
                FileChannel channel = null;
                boolean taken = false;
                try {
                    channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                    if (lock != null) {
                        writePid(channel, self);
                        taken = true;
                        return new BuildLock(key, channel);
                    }
                    holder = readPid(channel);
                } finally {
                    if (!taken) {
                        release(channel, key);
                    }
                }
            }
            if (System.nanoTime() - start >= timeout.toNanos() || !pause()) {
                throw lockedError(output, holder, timeout);
            }
        }
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            release(channel, propertyKey);
        } catch (IOException e) {
            // The operating system releases the lock when the process ends.
        }
    }

    private static void release(FileChannel channel, String key) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            System.getProperties().remove(key);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void writePid(FileChannel channel, String pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String readPid(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("[0-9]+") ? text : "";
    }

    private static RunFailed lockedError(String output, String holder, Duration timeout) {
        String zh = holder.isEmpty() ? "另一个构建" : "另一个构建（进程号 " + holder + "）";
        String en = holder.isEmpty() ? "another build" : "another build (process " + holder + ")";
        return new RunFailed(Problem.of(
                ProblemCode.OUTPUT_LOCKED,
                output,
                Message.of(
                        "{0}正在写“{2}”，已等待 {3} 秒",
                        "{1} is writing to \"{2}\"; waited {3} seconds", zh, en, output, timeout.toSeconds()),
                Message.of(
                        "等它结束后重新构建，或另选 output",
                        "wait until it has finished and build again, or choose another output")));
    }
}
