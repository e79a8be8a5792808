package io.noticepress.build;

import io.noticepress.content.ContentFolder;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is wrong with a site that is being written, as far as it is known. Safe for use by several threads. */
final class Errata {
    private static final int SHOWN = 100;

    private final Request request;
    private final ContentFolder folder;
    private final Map<String, Problem> ofPages = new ConcurrentHashMap<>();
    private volatile List<Problem> ofFacts = List.of();
    private volatile List<Problem> ofTexts = List.of();

    Errata(Request request, ContentFolder folder) {
        this.request = request;
        this.folder = folder;
    }

    /** The problems of the last reading of facts, by place. */
    List<Problem> ofFacts() {
        return ofFacts;
    }

    /** Notes the problems of a reading of facts, by place. */
    void ofFacts(List<Problem> found) {
        ofFacts = found;
    }

    /** The problems that the last proofreading found, by place. */
    List<Problem> ofTexts() {
        return ofTexts;
    }

    /** Notes the problems that a proofreading found, by place. */
    void ofTexts(List<Problem> found) {
        ofTexts = found;
    }

    /** Notes why a page could not be printed; empty when it could. */
    void ofPage(String file, Optional<Problem> problem) {
        problem.ifPresentOrElse(found -> ofPages.put(file, found), () -> ofPages.remove(file));
    }

    /** Every problem of the site, by place. */
    List<Problem> all() {
        return known().sorted();
    }

    /**
     * Problems with their lines, the first hundred: those of the files an address is made from first, then the errors.
     *
     * @param besides what else is known of these files
     */
    List<Told> told(String file, List<Problem> besides) {
        Problems all = known();
        all.addAll(besides);
        Optional.ofNullable(ofPages.get(file)).ifPresent(all::add);
        Excerpts excerpts = new Excerpts(request);
        return all.sorted().stream()
                .sorted(Comparator.comparing((Problem problem) -> !isOf(file, problem))
                        .thenComparing(Problem::severity)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(problem -> new Told(problem, excerpts.line(problem)))
                .toList();
    }

    /** Whether a problem is one of the files an address is made from. */
    boolean isOf(String file, Problem problem) {
        String own = folder.displayPath(sources(file));
        String at = problem.at().file();
        return at.startsWith(own + ".") || at.startsWith(own + "/");
    }

    /** The files a page is made from, as its address tells: {@code notices/2030/kx-2030-6}, {@code pages/about}. */
    static String sources(String file) {
        String[] names = file.split("/");
        if (names.length >= 4 && names[1].equals("notices")) {
            return "notices/" + names[2] + "/" + names[3];
        }
        return names.length == 3 ? "pages/" + names[1] : "?";
    }

    /** What is said of the preview itself if it fails: it outlives every mistake, its own among them. */
    static Problem fault(RuntimeException e) {
        return Problem.of(
                ProblemCode.IO,
                "noticepress:serve",
                Message.of("预览内部出错：{0}", "the preview failed: {0}", e),
                Message.of("再保存一次；若仍出错，请连同这一行报告", "save again; if it still fails, report this line"));
    }

    private Problems known() {
        Problems all = new Problems();
        all.addAll(ofFacts);
        all.addAll(ofTexts);
        return all;
    }
}
