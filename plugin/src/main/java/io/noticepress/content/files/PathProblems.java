package io.noticepress.content.files;

import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;

/** Problems of paths that lead, or could lead, out of the content folder. */
public final class PathProblems {
    private PathProblems() {}

    /** A link, pipe or device where a file or folder is expected. */
    static Problem notRegular(String displayPath, boolean link) {
        return Problem.of(
                ProblemCode.UNSAFE_PATH,
                displayPath,
                link
                        ? Message.of("这是一个符号链接，不予读取", "this is a symbolic link, which is not followed")
                        : Message.of("这既不是文件也不是文件夹", "this is neither a file nor a folder"),
                Message.of("换成文件本身", "replace it with the file itself"));
    }

    /** A path in a text that is not a plain relative path. */
    public static Problem notRelative(Location at, int width, String path) {
        return Problem.of(
                ProblemCode.UNSAFE_PATH,
                at,
                width,
                Message.of("“{0}”不是通知文件夹内的路径", "\"{0}\" is not a path within the notice's folder", path),
                Message.of(
                        "只写文件夹内的文件名，不用“..”、反斜杠，也不以“/”开头",
                        "write the name of a file in that folder, without \"..\", backslashes or a leading \"/\""));
    }
}
