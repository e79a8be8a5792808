package io.noticepress.content.files;

import io.noticepress.model.values.Digest;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.FileStamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The content folder on disk, and how messages name its files. Paths below it are written with {@code /}:
 * {@code notices/2023/kx-2023-6.zh.md}. Symbolic links are never followed.
 */
public final class ContentFolder {
    private final Path root;
    private final String displayName;

    private ContentFolder(Path root, String displayName) {
        this.root = root;
        this.displayName = displayName;
    }

    /** The folder at a path; {@code displayPath} is its path in messages: {@code content}. */
    public static ContentFolder of(Path root, String displayPath) {
        String name = displayPath.replace('\\', '/');
        return new ContentFolder(root, name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** A path below it as messages show it: {@code content/notices/…}; {@code ""} is the folder itself. */
    public String displayPath(String path) {
        return path.isEmpty() ? displayName : displayName + "/" + path;
    }

    /**
     * The file of a path on disk. A name that is not found as written is looked up by its normal form (NFC), because some file
     * systems store {@code é} as two characters.
     */
    public Path file(String path) {
        Path exact = root.resolve(path);
        if (Files.exists(exact, LinkOption.NOFOLLOW_LINKS)) {
            return exact;
        }
        Path folder = root;
        for (String name : path.split("/")) {
            folder = resolveNormalized(folder, name);
        }
        return folder;
    }

    private static Path resolveNormalized(Path folder, String name) {
        Path exact = folder.resolve(name);
        if (!Files.isDirectory(folder) || Files.exists(exact, LinkOption.NOFOLLOW_LINKS)) {
            return exact;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (nfc(entry.getFileName().toString()).equals(nfc(name))) {
                    return entry;
                }
            }
        } catch (IOException e) {
            return exact;
        }
        return exact;
    }

    /** Opens a file for reading, unless it is a link. */
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(file(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The bytes of an attachment.
     *
     * @throws RunFailed if the file has changed since it was checked
     */
    public byte[] readAttachment(String path, Digest checked) {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readAllBytes();
            if (Digest.of(bytes).equals(checked)) {
                return bytes;
            }
        } catch (IOException e) {
            throw new RunFailed(unreadable(path, e), e);
        }
        throw changedDuringRun(path);
    }

    /** The stamp of a file; empty if there is no such file. */
    public Optional<FileStamp> stamp(String path) {
        return FileStamp.ofFile(file(path));
    }

    /** Whether there is a regular file at a path. A symbolic link does not count. */
    public boolean hasFile(String path) {
        return Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** The bytes of a file. If it is missing, not a regular file, unreadable or larger than {@code limit}, that is reported. */
    public Optional<byte[]> readBytes(String path, int limit, Problems problems) {
        try {
            Path file = root.resolve(path);
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                problems.add(PathProblems.notRegular(displayPath(path), attributes.isSymbolicLink()));
                return Optional.empty();
            }
            if (attributes.size() <= limit) {
                return Optional.of(readAll(file, (int) attributes.size(), path));
            }
            problems.add(FileLimits.tooLarge(Location.ofFile(displayPath(path)), 1, attributes.size(), limit));
        } catch (IOException e) {
            problems.add(unreadable(path, e));
        }
        return Optional.empty();
    }

    /** All bytes of a file of a known size. */
    private byte[] readAll(Path file, int size, String path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size + 1);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            while (bytes.position() < size && channel.read(bytes) >= 0) {
                // until the end or the expected size
            }
        }
        if (bytes.position() != size) {
            throw changedDuringRun(path);
        }
        return Arrays.copyOf(bytes.array(), size);
    }

    /** The problem that a file cannot be read. */
    public Problem unreadable(String path, IOException e) {
        Message reason = Message.of("{0}", "{0}", e.getClass().getSimpleName());
        if (e instanceof AccessDeniedException) {
            reason = new Message("没有读取权限", "permission denied");
        } else if (e instanceof NoSuchFileException) {
            reason = new Message("文件不存在", "no such file");
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            reason = new Message(system.getReason(), system.getReason());
        }
        return Problem.of(
                ProblemCode.IO,
                displayPath(path),
                new Message("读不了：" + reason.zh(), "cannot be read: " + reason.en()),
                Message.of("检查文件是否存在，以及读取权限", "check that it exists and that you may read it"));
    }

    /** Ends a run because a file changed while it was running. */
    public RunFailed changedDuringRun(String path) {
        return new RunFailed(Problem.of(
                ProblemCode.IO,
                displayPath(path),
                Message.of("文件在构建过程中被修改", "the file changed while the build ran"),
                Message.of("保存后重新构建", "run the build again")));
    }

    /** A text in Unicode normalization form C, in which texts are compared. */
    public static String nfc(String text) {
        int i = 0;
        while (i < text.length() && isComposed(text.charAt(i))) {
            i++;
        }
        return i == text.length() || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether NFC neither changes a character nor combines it with another: Latin letters, Chinese punctuation and ideographs. */
    private static boolean isComposed(char c) {
        return c < 0x300 || c >= 0x3000 && c < 0x302A || c >= 0x4E00 && c <= 0x9FFF;
    }
}
