package io.noticepress.output.transaction;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Turns an {@link IOException} into a problem: what could not be written, why, and what to do about it. */
public final class IoProblems {
    private IoProblems() {}

    /** {@code target/site/zh/index.html} could not be written. */
    public static RunFailed cannotWrite(String shown, IOException cause) {
        Message reason = reason(cause);
        return failure(shown, Message.of("无法写入“{0}”：", "cannot write \"{0}\": ", shown), reason, mend(cause), cause);
    }

    /** A commit failed and could not be undone; the journal stays for the next build. */
    static RunFailed rollbackFailed(String shown, IOException cause) {
        return failure(
                shown,
                Message.of("写入“{0}”时中断，未能恢复原状：", "writing \"{0}\" failed and could not be undone: ", shown),
                reason(cause),
                Message.of("排除这个原因后重新构建，届时会先恢复原有网站", "fix the cause and build again, which first restores the site"),
                cause);
    }

    /** The same as {@link #cannotWrite}, found before anything was written. */
    static RunFailed notWritable(String shown) {
        return cannotWrite(shown, new AccessDeniedException(shown));
    }

    /** The locale cannot encode the name of a file: {@code 附件.pdf} under LC_ALL=C. */
    static RunFailed unencodableName(String shown, InvalidPathException cause) {
        return failure(
                shown,
                Message.of("无法写入“{0}”：", "cannot write \"{0}\": ", shown),
                Message.of(
                        "当前系统区域设置的编码（{0}）表示不了这个文件名",
                        "the encoding of the system locale ({0}) cannot represent this file name",
                        System.getProperty("sun.jnu.encoding", "?")),
                Message.of(
                        "在 UTF-8 区域设置下运行 Maven，例如先执行 export LC_ALL=C.UTF-8",
                        "run Maven in a UTF-8 locale, for example after export LC_ALL=C.UTF-8"),
                cause);
    }

    private static RunFailed failure(String shown, Message head, Message reason, Message mend, Exception cause) {
        Message what = new Message(head.zh() + reason.zh(), head.en() + reason.en());
        return new RunFailed(Problem.of(ProblemCode.IO, shown, what, mend), cause);
    }

    /** Java has no exception types for most of these; only the system's English message tells them apart. */
    private static boolean mentions(IOException cause, String... words) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Message reason(IOException cause) {
        if (mentions(cause, "no space left", "not enough space")) {
            return Message.of("磁盘已满", "the disk is full");
        }
        if (mentions(cause, "quota")) {
            return Message.of("磁盘配额已用完", "the disk quota is exceeded");
        }
        if (mentions(cause, "read-only file system")) {
            return Message.of("文件系统是只读的", "the file system is read-only");
        }
        if (mentions(cause, "name too long")) {
            return Message.of("文件名太长", "the file name is too long");
        }
        if (mentions(cause, "too many open files")) {
            return Message.of("打开的文件太多", "too many files are open");
        }
        if (cause instanceof AccessDeniedException || mentions(cause, "operation not permitted")) {
            return Message.of("没有写入权限", "no permission to write there");
        }
        if (cause instanceof NoSuchFileException missing) {
            return Message.of("“{0}”不见了", "\"{0}\" no longer exists", missing.getFile());
        }
        String message = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
        return Message.of("系统报告“{0}”", "the system reports \"{0}\"", message);
    }

    private static Message mend(IOException cause) {
        if (mentions(cause, "no space left", "not enough space", "quota")) {
            return Message.of("腾出磁盘空间后重新构建；原有网站未受影响", "free some space and build again; the site is unchanged");
        }
        if (cause instanceof AccessDeniedException || mentions(cause, "read-only file system", "not permitted")) {
            return Message.of(
                    "让运行构建的用户对这个文件夹及其上级文件夹有写权限，或另选 output",
                    "give the user who builds write access to this folder and its parent, or choose another output");
        }
        return Message.of("排除这个原因后重新构建", "fix the cause and build again");
    }
}
