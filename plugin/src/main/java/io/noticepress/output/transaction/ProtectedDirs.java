package io.noticepress.output.transaction;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Folders that no build may overwrite.
 *
 * @param base the project folder; messages show paths relative to it
 * @param home the user's home folder
 * @param content the content folder
 * @param themes the themes folder
 */
public record ProtectedDirs(Path base, Path home, Path content, Path themes) {

    /** The real paths of the output and work folders, with symbolic links and {@code ..} resolved. */
    record WritableDirs(Path output, Path work) {}

    /** A path as messages show it: relative if it is below the project folder, else absolute; with {@code /}. */
    public String displayPath(Path path) {
        return displayPath(base, path);
    }

    /** The same for any project folder. */
    public static String displayPath(Path base, Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path from = base.toAbsolutePath().normalize();
        boolean below = whole.startsWith(from) && !whole.equals(from);
        return (below ? from.relativize(whole) : whole).toString().replace('\\', '/');
    }

    /** The real paths of both folders; throws {@code output-unsafe} if one must not be written. */
    WritableDirs check(Path output, Path work) {
        String shown = displayPath(output);
        Path real = realPath(output, shown);
        if (real.getParent() == null) {
            throw refuse(shown, Message.of("是文件系统的根目录", "is the root of a file system"));
        }
        if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            throw refuse(shown, Message.of("是一个文件，不是文件夹", "is a file, not a folder"));
        }
        refuseIfParent(shown, real, realPath(home, displayPath(home)), Message.of("用户主目录", "the home folder"));
        refuseIfParent(shown, real, realPath(base, displayPath(base)), Message.of("项目文件夹", "the project folder"));
        Path realContent = realPath(content, displayPath(content));
        Path realThemes = realPath(themes, displayPath(themes));
        refuseIfParent(shown, real, realContent, Message.of("内容文件夹 content", "the content folder"));
        refuseIfParent(shown, real, realThemes, Message.of("主题文件夹 themes", "the themes folder"));
        refuseIfInside(shown, real, realContent, Message.of("内容文件夹 content", "the content folder"));
        refuseIfInside(shown, real, realThemes, Message.of("主题文件夹 themes", "the themes folder"));

        String workShown = displayPath(work);
        Path realWork = realPath(work, workShown);
        refuseIfParent(shown, real, realWork, Message.of("工作文件夹 work", "the work folder"));
        refuseIfInside(workShown, realWork, realContent, Message.of("内容文件夹 content", "the content folder"));
        refuseIfInside(workShown, realWork, realThemes, Message.of("主题文件夹 themes", "the themes folder"));
        if (Files.exists(realWork) && !Files.isDirectory(realWork)) {
            throw refuse(workShown, Message.of("是一个文件，不是文件夹", "is a file, not a folder"));
        }
        return new WritableDirs(real, realWork);
    }

    private static void refuseIfParent(String shown, Path path, Path other, Message name) {
        if (path.equals(other)) {
            throw refuse(shown, Message.of("就是{0}", "is {1}", name.zh(), name.en()));
        }
        if (other.startsWith(path)) {
            throw refuse(shown, Message.of("包含{0}", "contains {1}", name.zh(), name.en()));
        }
    }

    private static void refuseIfInside(String shown, Path path, Path other, Message name) {
        if (path.startsWith(other)) {
            throw refuse(shown, Message.of("在{0}之内", "is inside {1}", name.zh(), name.en()));
        }
    }

    private static RunFailed refuse(String shown, Message why) {
        return new RunFailed(Problem.of(
                ProblemCode.OUTPUT_UNSAFE,
                shown,
                Message.of("不能把网站写到“{0}”：它{1}", "refusing to write to \"{0}\": it {2}", shown, why.zh(), why.en()),
                Message.of("另选一个专用的文件夹，例如 target/site", "choose a separate folder, for example target/site")));
    }

    /** Resolves symbolic links and {@code ..} as far as the path exists; the rest stays as written. */
    private static Path realPath(Path path, String shown) {
        Path absolute = path.toAbsolutePath();
        Path real = absolute.getRoot();
        for (Path name : absolute) {
            if (name.toString().equals("..")) {
                real = real.getParent() == null ? real : real.getParent();
                continue;
            }
            real = name.toString().equals(".") ? real : real.resolve(name);
            if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    real = real.toRealPath();
                } catch (IOException e) {
                    throw refuse(shown, Message.of("是一个打不开的符号链接", "is a broken symbolic link"));
                }
            }
        }
        return real;
    }
}
