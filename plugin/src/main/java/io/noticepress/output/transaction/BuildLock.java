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
 * The right to write one output folder, held by one build at a time.
 *
 * <p>Between processes a lock of the system on {@code .<output name>.noticepress/lock} decides; it ends with its
 * process, however that dies, so a file left behind means nothing. Within one process (modules of a parallel reactor)
 * such locks are treacherous: POSIX drops them when <em>any</em> channel on the file is closed. There a claim among the
 * system properties decides, the one table all class loaders share, and the loser never opens the file.
 */
public final class BuildLock implements AutoCloseable {
    /** How long a build waits for another. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** A byte far behind the text, for Windows does not let others read what is locked. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final long PAUSE_MILLIS = 50;

    private final String propertyKey;
    private final FileChannel channel;

    private BuildLock(String propertyKey, FileChannel channel) {
        this.propertyKey = propertyKey;
        this.channel = channel;
    }

    /** Waits for the lock as long as {@code patience}; then the run ends with {@code output-locked}. */
    public static BuildLock acquire(OutputPaths outputPaths, Duration patience) {
        Path folder = outputPaths.transactionFolder().root();
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(folder)) {
                throw new RunFailed(ForeignFiles.error(folder.toString()));
            }
            return acquire(outputPaths.transactionFolder().lockFile(), outputPaths.shownOutput(), patience);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(outputPaths.shownOutput(), e);
        }
    }

    private static BuildLock acquire(Path file, String output, Duration patience) throws IOException {
        String claim = "noticepress.lock:" + file;
        String self = Long.toString(ProcessHandle.current().pid());
        long start = System.nanoTime();
        while (true) {
            String holder = self;
            if (System.getProperties().putIfAbsent(claim, self) == null) {
                FileChannel channel = null;
                boolean taken = false;
                try {
                    channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                    if (lock != null) {
                        writePid(channel, self);
                        taken = true;
                        return new BuildLock(claim, channel);
                    }
                    holder = readPid(channel);
                } finally {
                    if (!taken) {
                        release(channel, claim);
                    }
                }
            }
            if (System.nanoTime() - start >= patience.toNanos() || !pause()) {
                throw lockedError(output, holder, patience);
            }
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            release(channel, propertyKey);
        } catch (IOException e) {
            // The system drops the lock with the channel, and at the latest with the process.
        }
    }

    private static void release(FileChannel channel, String claim) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            System.getProperties().remove(claim);
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

    private static RunFailed lockedError(String output, String holder, Duration patience) {
        String zh = holder.isEmpty() ? "另一个构建" : "另一个构建（进程号 " + holder + "）";
        String en = holder.isEmpty() ? "another build" : "another build (process " + holder + ")";
        return new RunFailed(Problem.of(
                ProblemCode.OUTPUT_LOCKED,
                output,
                Message.of(
                        "{0}正在写“{2}”，已等待 {3} 秒",
                        "{1} is writing to \"{2}\"; waited {3} seconds", zh, en, output, patience.toSeconds()),
                Message.of("等它结束后重新构建，或另选 output", "build again when it has ended, or choose another output")));
    }
}
