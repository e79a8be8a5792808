package io.noticepress.build;

import io.noticepress.content.ContentFolder;
import io.noticepress.model.Site;
import io.noticepress.plan.Page;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.search.SearchIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The site as it would be published now, drafts among it, held in memory: facts and plan always, pages when they are asked
 * for. A change on disk is read by {@link #update}; files it does not touch are not read again. Nothing is written.
 *
 * <p>What is broken leaves the last good state in place. Safe for use by several threads.
 */
public final class Galley implements AutoCloseable {
    private final Workers workers;
    private final Compositor compositor;
    private final Lookup lookup;
    private final Errata errata;
    private final News news = new News();
    private final Proofs proofs = new Proofs();
    private final Proofreader proofreader;

    private volatile Optional<Composition> now = Optional.empty();

    public Galley(Request asked) {
        Request request = asked.withDrafts();
        ContentFolder folder = ContentFolder.of(request.content(), request.shown(request.content()));
        this.workers = new Workers(request.threads());
        this.compositor = new Compositor(request, folder, workers);
        this.lookup = new Lookup(workers);
        this.errata = new Errata(request, folder);
        this.proofreader = new Proofreader(() -> now, errata, news);
    }

    /** Takes in what changed. Whatever goes wrong becomes a problem; the last good state stays. */
    public synchronized void update(Changes changes) {
        Problems problems = new Problems();
        try {
            Optional<Composition> next = compositor.compose(now, changes, errata.ofFacts(), problems);
            if (next.isPresent() && next.get() == now.orElse(null)) {
                return;
            }
            now = next.isPresent() ? next : now;
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        } catch (RuntimeException e) {
            problems.add(Errata.fault(e));
        }
        errata.ofFacts(problems.sorted());
        news.tell();
    }

    /** The file of an address below the base path, as it would be published; what is broken as it was last. */
    public Optional<Proof> proof(String file) {
        Optional<Composition> seen = now;
        Optional<Page> page = page(seen, file);
        if (page.isEmpty()) { // what a last good page is dressed in stays with it
            return file.startsWith("assets/") ? proofs.last(file) : Optional.empty();
        }
        return proofs.of(page.get()).or(() -> print(seen.get(), page.get()));
    }

    /** Whether there is a file at an address below the base path, even one that cannot be made at the moment. */
    public boolean isPage(String file) {
        return page(now, file).isPresent();
    }

    private Optional<Page> page(Optional<Composition> seen, String file) {
        return seen.map(found -> found.pages().get(file))
                .or(() -> Optional.ofNullable(proofreader.ofTranslations().get(file)))
                .or(() -> seen.flatMap(found -> search(found, file)));
    }

    private Optional<Proof> print(Composition seen, Page page) {
        String file = page.address().file();
        try {
            // An index in the making is waited for by those alone who look something up.
            Optional<SearchIndex> index = Lookup.isPart(file) ? lookup.index() : Optional.empty();
            Bench bench = new Bench(seen.reading(), seen.texts(), index);
            Proof proof = Proof.of(seen.press().render(page, bench));
            proofs.keep(page, proof);
            errata.ofPage(file, Optional.empty());
            return Optional.of(proof);
        } catch (RunFailed runFailed) {
            if (runFailed.problem().code() == ProblemCode.TEMPLATE_ERROR) {
                errata.ofPage(file, Optional.of(runFailed.problem()));
            }
        } catch (RuntimeException e) { // a text of which only the last good facts are known
            errata.ofPage(file, Optional.of(Errata.fault(e)));
        }
        return proofs.last(file);
    }

    /** Every address there is, below the base path. */
    public Set<String> addresses() {
        Set<String> all = new HashSet<>(proofreader.ofTranslations().keySet());
        now.ifPresent(found -> {
            all.addAll(found.pages().keySet());
            all.addAll(lookup.pages(found).keySet());
        });
        return all;
    }

    /** A page of the search; the index is made when somebody asks for one. */
    private Optional<Page> search(Composition found, String file) {
        return Lookup.isPart(file) ? Optional.ofNullable(lookup.pages(found).get(file)) : Optional.empty();
    }

    /** The settings, once they could be read. */
    public Optional<Site> site() {
        return now.map(found -> found.reading().site());
    }

    /**
     * Waits until there is something new after a version, at most for some milliseconds.
     *
     * @return the version there is now
     */
    public long await(long seen, long millis) throws InterruptedException {
        return news.await(seen, millis);
    }

    /**
     * Checks what shows only when everything is known, and parses the texts of which nothing is known yet, as long as nothing
     * new comes in between. For one thread.
     *
     * @return whether there was anything to do
     */
    public boolean check() {
        return proofreader.check();
    }

    /** Every problem of the site, by place. */
    public List<Problem> problems() {
        return errata.all();
    }

    /** Problems with their lines, the first hundred: those of the files an address is made from first, then the errors. */
    public List<Told> told(String file) {
        return errata.told(
                file,
                now.map(found -> Proofreader.likeness(found, Errata.sources(file)))
                        .orElse(List.of()));
    }

    /** Whether a problem is one of the files an address is made from. */
    public boolean isOwn(String file, Problem problem) {
        return errata.isOf(file, problem);
    }

    @Override
    public void close() {
        workers.close();
        lookup.close();
    }
}
