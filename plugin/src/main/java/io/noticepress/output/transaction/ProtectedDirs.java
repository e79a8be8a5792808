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
 * The folders no build may write over.
 *
 * @param base the project's folder; paths below it are shown relative to it
 * @param home the user's home folder
 * @param content the editors' files
 * @param themes the designers' files
 */
public record ProtectedDirs(Path base, Path home, Path content, Path themes) {

    /** Where the output and the work folder really are, symbolic links and {@code ..} followed. */
    record WritableDirs(Path output, Path work) {}

    /** How the user knows a path: relative to the project if it lies below it, else whole; with {@code /}. */
    public String displayPath(Path path) {
        return displayPath(base, path);
    }

    /** The same for a project's folder alone. */
    public static String displayPath(Path base, Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path from = base.toAbsolutePath().normalize();
        boolean below = whole.startsWith(from) && !whole.equals(from);
        return (below ? from.relativize(whole) : whole).toString().replace('\\', '/');
    }

    /** The real places of both folders, if they may be written. */
    WritableDirs check(Path output, Path work) {
        String shown = displayPath(output);
        Path place = realPath(output, shown);
        if (place.getParent() == null) {
            throw refuse(shown, Message.of("是文件系统的根目录", "is the root of a file system"));
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw refuse(shown, Message.of("是一个文件，不是文件夹", "is a file, not a folder"));
        }
        refuseIfParent(shown, place, realPath(home, displayPath(home)), Message.of("用户主目录", "the home folder"));
        refuseIfParent(shown, place, realPath(base, displayPath(base)), Message.of("项目文件夹", "the project's folder"));
        Path editors = realPath(content, displayPath(content));
        Path designers = realPath(themes, displayPath(themes));
        refuseIfParent(shown, place, editors, Message.of("内容文件夹 content", "the content folder"));
        refuseIfParent(shown, place, designers, Message.of("主题文件夹 themes", "the themes folder"));
        refuseIfInside(shown, place, editors, Message.of("内容文件夹 content", "the content folder"));
        refuseIfInside(shown, place, designers, Message.of("主题文件夹 themes", "the themes folder"));

        String workShown = displayPath(work);
        Path workPlace = realPath(work, workShown);
        refuseIfParent(shown, place, workPlace, Message.of("工作文件夹 work", "the work folder"));
        refuseIfInside(workShown, workPlace, editors, Message.of("内容文件夹 content", "the content folder"));
        refuseIfInside(workShown, workPlace, designers, Message.of("主题文件夹 themes", "the themes folder"));
        if (Files.exists(workPlace) && !Files.isDirectory(workPlace)) {
            throw refuse(workShown, Message.of("是一个文件，不是文件夹", "is a file, not a folder"));
        }
        return new WritableDirs(place, workPlace);
    }

    private static void refuseIfParent(String shown, Path place, Path other, Message name) {
        if (place.equals(other)) {
            throw refuse(shown, Message.of("就是{0}", "is {1}", name.zh(), name.en()));
        }
        if (other.startsWith(place)) {
            throw refuse(shown, Message.of("包含{0}", "holds {1}", name.zh(), name.en()));
        }
    }

    private static void refuseIfInside(String shown, Path place, Path other, Message name) {
        if (place.startsWith(other)) {
            throw refuse(shown, Message.of("在{0}之内", "lies inside {1}", name.zh(), name.en()));
        }
    }

    private static RunFailed refuse(String shown, Message why) {
        return new RunFailed(Problem.of(
                ProblemCode.OUTPUT_UNSAFE,
                shown,
                Message.of("不能把网站写到“{0}”：它{1}", "refusing to write to \"{0}\": it {2}", shown, why.zh(), why.en()),
                Message.of("另选一个专用的文件夹，例如 target/site", "choose a folder of its own, for example target/site")));
    }

    /** Follows links and {@code ..} as the system would, as far as the path exists; the rest is taken as written. */
    private static Path realPath(Path path, String shown) {
        Path whole = path.toAbsolutePath();
        Path here = whole.getRoot();
        for (Path name : whole) {
            if (name.toString().equals("..")) {
                here = here.getParent() == null ? here : here.getParent();
                continue;
            }
            here = name.toString().equals(".") ? here : here.resolve(name);
            if (Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    here = here.toRealPath();
                } catch (IOException e) {
                    throw refuse(shown, Message.of("是一个打不开的符号链接", "is a symbolic link that leads nowhere"));
                }
            }
        }
        return here;
    }
}
