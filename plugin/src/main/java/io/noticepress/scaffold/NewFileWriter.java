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

/** Writes new files: all of them or none. Never overwrites. */
final class NewFileWriter {
    private NewFileWriter() {}

    /**
     * Writes texts in UTF-8, by their paths below a folder.
     *
     * @throws RunFailed if a file already exists, is behind a symbolic link or cannot be written; those already written are deleted again
     */
    static void write(Path root, String displayPath, Map<String, String> texts) {
        List<Path> created = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            try {
                Path file = root.resolve(text.getKey());
                createFolders(root, root.relativize(file.getParent()), created);
                Files.createFile(file);
                created.add(file);
                Files.writeString(file, text.getValue(), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            } catch (IOException e) {
                Problem problem = problem(displayPath + "/" + text.getKey(), e);
                rollBack(created);
                throw new RunFailed(problem, e);
            }
        }
    }

    /** Creates missing folders; none of the existing ones may be a symbolic link. */
    private static void createFolders(Path root, Path below, List<Path> created) throws IOException {
        Path folder = root;
        for (Path name : below) {
            folder = folder.resolve(name);
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder);
                created.add(folder);
            } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
        }
    }

    private static void rollBack(List<Path> created) {
        for (int i = created.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(created.get(i));
            } catch (IOException e) {
                Problem problem = problem(created.get(i).toString(), e);
                throw new RunFailed(problem, e);
            }
        }
    }

    private static Problem problem(String file, IOException e) {
        return e instanceof FileAlreadyExistsException
                ? Problem.of(
                        ProblemCode.IO,
                        file,
                        Message.of("已有这个文件，不会覆盖", "the file already exists and is not overwritten"),
                        Message.of("另取一个名称，或移走它", "choose another name, or move the file away"))
                : Problem.of(
                        ProblemCode.IO,
                        file,
                        Message.of("写不进去：{0}", "cannot be written: {0}", e.getMessage()),
                        Message.of("检查该文件夹的权限和空间", "check the folder's permissions and the free disk space"));
    }
}
