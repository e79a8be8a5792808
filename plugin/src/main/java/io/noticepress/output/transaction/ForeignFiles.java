package io.noticepress.output.transaction;

import io.noticepress.output.manifest.SitePaths;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Files in the output that no build generated. They are kept, reported, and never overwritten. */
final class ForeignFiles {
    private final SortedSet<String> paths = new TreeSet<>(SitePaths.CODE_POINT_ORDER);
    private final Set<String> folders = new HashSet<>();

    ForeignFiles(Collection<String> paths) {
        for (String path : paths) {
            this.paths.add(path);
            folders.addAll(SitePaths.parentFolders(path));
        }
    }

    /** The foreign file that blocks a planned path: at the same path, or a file where a folder is needed, or the reverse. */
    Optional<String> blockerOf(String path) {
        if (paths.contains(path) || folders.contains(path)) {
            return Optional.of(path);
        }
        return SitePaths.parentFolders(path).stream().filter(paths::contains).findFirst();
    }

    /**
     * The paths to report: of a folder without generated files only the folder, ending in a slash. Hidden files ({@code
     * .git}, {@code .nojekyll}) and {@code CNAME} are normal in published folders and left out.
     */
    SortedSet<String> topmost(Collection<String> generated) {
        Set<String> shared = new HashSet<>();
        for (String path : generated) {
            for (String folder : SitePaths.parentFolders(path)) {
                if (folders.contains(folder)) {
                    shared.add(folder);
                }
            }
        }
        SortedSet<String> top = new TreeSet<>(SitePaths.CODE_POINT_ORDER);
        for (String path : paths) {
            if (!isTolerated(path)) {
                top.add(SitePaths.parentFolders(path).stream()
                        .filter(folder -> !shared.contains(folder))
                        .findFirst()
                        .map(folder -> folder + "/")
                        .orElse(path));
            }
        }
        return top;
    }

    private static boolean isTolerated(String path) {
        return path.startsWith(".") || path.contains("/.") || path.equals("CNAME");
    }

    /** The warning about a path. */
    static Problem warning(String shown) {
        return Problem.of(
                ProblemCode.FOREIGN_FILE,
                shown,
                Message.of("“{0}”不是本工具生成的，予以保留", "\"{0}\" was not made by a build and is kept", shown),
                Message.of(
                        "把它移出输出文件夹；要随网站发布的文件请放在 content 中作为附件",
                        "move it out of the output; to publish a file, put it into content as an attachment"));
    }

    /** The error about a path that blocks a file of the site. */
    static Problem error(String shown) {
        return Problem.of(
                ProblemCode.OUTPUT_UNSAFE,
                shown,
                Message.of(
                        "“{0}”不是本工具生成的，却占着网站文件的位置",
                        "\"{0}\" was not made by a build and blocks a file of the site", shown),
                Message.of("把它移走或删除，或另选 output", "move it away or delete it, or choose another output"));
    }
}
