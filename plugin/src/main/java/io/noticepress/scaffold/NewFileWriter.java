package io.noticepress.scaffold;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes files that do not exist yet: all of them, or none. */
final class NewFileWriter {
    private NewFileWriter() {}

    /**
     * Writes texts, in UTF-8, by their paths below a folder.
     *
     * @throws RunFailed if one is there already, stands behind a link or cannot be written; those written before are gone again
     */
    static void write(Path root, String shown, Map<String, String> texts) {
        List<Path> made = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            try {
                Path file = root.resolve(text.getKey());
                createFolders(root, root.relativize(file.getParent()), made);
                Files.createFile(file);
                made.add(file);
                Files.writeString(file, text.getValue(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            } catch (IOException e) {
                Problem problem = problem(shown + "/" + text.getKey(), e);
                rollBack(made);
                throw new RunFailed(problem, e);
            }
        }
    }

    /** Makes the folders on the way that are not there; none of them may be a link. */
    private static void createFolders(Path root, Path below, List<Path> made) throws IOException {
        Path folder = root;
        for (Path name : below) {
            folder = folder.resolve(name);
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder);
                made.add(folder);
            } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
        }
    }

    private static void rollBack(List<Path> made) {
        for (int i = made.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(made.get(i));
            } catch (IOException e) {
                Problem problem = problem(made.get(i).toString(), e);
                throw new RunFailed(problem, e);
            }
        }
    }

    private static Problem problem(String file, IOException e) {
        return e instanceof FileAlreadyExistsException
                ? Problem.of(
                        ProblemCode.IO,
                        file,
                        Message.of("已有这个文件，不会覆盖", "there is such a file already; it is not overwritten"),
                        Message.of("另取一个名称，或移走它", "choose another name, or move it away"))
                : Problem.of(
                        ProblemCode.IO,
                        file,
                        Message.of("写不进去：{0}", "cannot be written: {0}", e.getMessage()),
                        Message.of("检查该文件夹的权限和空间", "check the folder's permissions and space"));
    }
}
