package io.noticepress.preview.site;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.report.ProblemWithExcerpt;
import io.noticepress.report.RunRequest;
import io.noticepress.report.SourceExcerpts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is wrong with a site that is being written, as far as it is known. Safe for use by several threads. */
final class LiveProblems {
    private static final int MAX_SHOWN = 100;

    private final RunRequest runRequest;
    private final ContentFolder folder;
    private final Map<String, Problem> pageProblems = new ConcurrentHashMap<>();
    private volatile List<Problem> factProblems = List.of();
    private volatile List<Problem> textProblems = List.of();

    LiveProblems(RunRequest runRequest, ContentFolder folder) {
        this.runRequest = runRequest;
        this.folder = folder;
    }

    /** The problems of the last reading of facts, by place. */
    List<Problem> factProblems() {
        return factProblems;
    }

    /** Notes the problems of a reading of facts, by place. */
    void factProblems(List<Problem> found) {
        factProblems = found;
    }

    /** The problems that the last proofreading found, by place. */
    List<Problem> textProblems() {
        return textProblems;
    }

    /** Notes the problems that a proofreading found, by place. */
    void textProblems(List<Problem> found) {
        textProblems = found;
    }

    /** Notes why a page could not be printed; empty when it could. */
    void pageProblem(String file, Optional<Problem> problem) {
        problem.ifPresentOrElse(found -> pageProblems.put(file, found), () -> pageProblems.remove(file));
    }

    /** Every problem of the site, by place. */
    List<Problem> all() {
        return factAndTextProblems().sorted();
    }

    /**
     * Problems with their lines, the first hundred: those of the files an address is made from first, then the errors.
     *
     * @param besides what else is known of these files
     */
    List<ProblemWithExcerpt> withExcerpts(String file, List<Problem> besides) {
        Problems all = factAndTextProblems();
        all.addAll(besides);
        Optional.ofNullable(pageProblems.get(file)).ifPresent(all::add);
        SourceExcerpts sourceExcerpts = new SourceExcerpts(runRequest);
        return all.sorted().stream()
                .sorted(Comparator.comparing((Problem problem) -> !concerns(file, problem))
                        .thenComparing(Problem::severity)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_SHOWN)
                .map(problem -> new ProblemWithExcerpt(problem, sourceExcerpts.line(problem)))
                .toList();
    }

    /** Whether a problem is one of the files an address is made from. */
    boolean concerns(String file, Problem problem) {
        String own = folder.displayPath(sourcePath(file));
        String at = problem.at().file();
        return at.startsWith(own + ".") || at.startsWith(own + "/");
    }

    /** The files a page is made from, as its address tells: {@code notices/2030/kx-2030-6}, {@code pages/about}. */
    static String sourcePath(String file) {
        String[] names = file.split("/");
        if (names.length >= 4 && names[1].equals("notices")) {
            return "notices/" + names[2] + "/" + names[3];
        }
        return names.length == 3 ? "pages/" + names[1] : "?";
    }

    /** What is said of the preview itself if it fails: it outlives every mistake, its own among them. */
    static Problem internalError(RuntimeException e) {
        return Problem.of(
                ProblemCode.IO,
                "noticepress:serve",
                Message.of("预览内部出错：{0}", "the preview failed: {0}", e),
                Message.of("再保存一次；若仍出错，请连同这一行报告", "save again; if it still fails, report this line"));
    }

    private Problems factAndTextProblems() {
        Problems all = new Problems();
        all.addAll(factProblems);
        all.addAll(textProblems);
        return all;
    }
}
