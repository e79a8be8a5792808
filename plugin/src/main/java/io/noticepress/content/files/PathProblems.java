package io.noticepress.content.files;

import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;

/** Paths that lead, or could lead, out of the content folder. */
public final class PathProblems {
    private PathProblems() {}

    /** A link, a pipe, a device where a file or folder is due. */
    static Problem notRegular(String shown, boolean link) {
        return Problem.of(
                ProblemCode.UNSAFE_PATH,
                shown,
                link
                        ? Message.of("这是一个符号链接，不予读取", "this is a symbolic link, which is not followed")
                        : Message.of("这既不是文件也不是文件夹", "this is neither a file nor a folder"),
                Message.of("换成文件本身", "put the file itself here"));
    }

    /** A name that a text gives and that is no plain relative path. */
    public static Problem notRelative(Location at, int width, String path) {
        return Problem.of(
                ProblemCode.UNSAFE_PATH,
                at,
                width,
                Message.of("“{0}”不是通知文件夹内的路径", "\"{0}\" is no path within the folder of the notice", path),
                Message.of(
                        "只写文件夹内的文件名，不用“..”、反斜杠，也不以“/”开头",
                        "write the name of a file in that folder, without \"..\", backslashes or a leading \"/\""));
    }
}
