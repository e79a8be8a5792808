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

/** The known problems of the site that a live preview shows. Safe for use by several threads. */
final class LiveProblems {
    private final RunRequest runRequest;
    private final ContentFolder folder;
    private final Map<String, Problem> pageProblems = new ConcurrentHashMap<>();
    private volatile List<Problem> factProblems = List.of();
    private volatile List<Problem> textProblems = List.of();

    LiveProblems(RunRequest runRequest, ContentFolder folder) {
        this.runRequest = runRequest;
        this.folder = folder;
    }

    /** The problems found when front matter was last read, by place. */
    List<Problem> factProblems() {
        return factProblems;
    }

    void setFactProblems(List<Problem> found) {
        factProblems = found;
    }

    /** The problems that the last background check found, by place. */
    List<Problem> textProblems() {
        return textProblems;
    }

    void setTextProblems(List<Problem> found) {
        textProblems = found;
    }

    /** Records why a page could not be rendered; empty if it was rendered. */
    void setPageProblem(String file, Optional<Problem> problem) {
        problem.ifPresentOrElse(found -> pageProblems.put(file, found), () -> pageProblems.remove(file));
    }

    /** Every problem of the site, by place. */
    List<Problem> all() {
        return factAndTextProblems().sorted();
    }

    /**
     * The problems to show on a page, with their lines: first those of the files it is made from, then errors, then warnings;
     * at most {@link SourceExcerpts#MAX_SHOWN}.
     *
     * @param further problems of these files that were found for this page
     */
    List<ProblemWithExcerpt> withExcerpts(String file, List<Problem> further) {
        Problems all = factAndTextProblems();
        all.addAll(further);
        Optional.ofNullable(pageProblems.get(file)).ifPresent(all::add);
        List<Problem> ordered = all.sorted().stream()
                .sorted(Comparator.comparing((Problem problem) -> !concerns(file, problem))
                        .thenComparing(Problem::severity)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new SourceExcerpts(runRequest).first(ordered);
    }

    /** Whether a problem is in one of the files that a page is made from. */
    boolean concerns(String file, Problem problem) {
        return SourceUnit.ofPage(file)
                .filter(unit -> new SourceUnit(folder.displayPath(unit.path()))
                        .contains(problem.at().file()))
                .isPresent();
    }

    /** The problem shown when the preview itself fails: it keeps running all the same. */
    static Problem internalError(RuntimeException e) {
        return Problem.of(
                ProblemCode.IO,
                "noticepress:serve",
                Message.of("预览内部出错：{0}", "the preview failed: {0}", e),
                Message.of("再保存一次；若仍出错，请连同这一行报告", "save again; if it still fails, report a bug with this line"));
    }

    private Problems factAndTextProblems() {
        Problems all = new Problems();
        all.addAll(factProblems);
        all.addAll(textProblems);
        return all;
    }
}
