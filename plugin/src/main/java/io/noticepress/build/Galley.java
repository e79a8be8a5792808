package io.noticepress.build;

import io.noticepress.catalog.Backlog;
import io.noticepress.catalog.Catalog;
import io.noticepress.content.ContentFolder;
import io.noticepress.content.CrossCheck;
import io.noticepress.content.Facts;
import io.noticepress.content.Inventory;
import io.noticepress.content.SiteReader;
import io.noticepress.content.TextSource;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.Digest;
import io.noticepress.model.Notice;
import io.noticepress.model.Site;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Halt;
import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.theme.Press;
import io.noticepress.theme.Theme;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The site as it would be published now, drafts among it, held in memory: facts and plan always, pages when they are asked
 * for. A change on disk is read by {@link #update}; files it does not touch are not read again. Nothing is written.
 *
 * <p>What is broken leaves the last good state in place. Safe for use by several threads.
 */
public final class Galley implements AutoCloseable {
    /** A state of the site; immutable. */
    private record State(
            Reading reading, Catalog catalog, Theme theme, Press press, Map<String, Page> pages, Texts texts) {}

    private static final int SHOWN = 100;

    private final Request request;
    private final Generator generator = Generator.read();
    private final Markdown markdown = new Markdown();
    private final Notes notes = Notes.inMemory();
    private final Proofs proofs = new Proofs();
    private final ContentFolder folder;
    private final Remembered remembered;
    private final Workers workers;
    private final Object news = new Object();
    private final Map<String, Problem> faults = new ConcurrentHashMap<>();

    private Changes pending = Changes.ANYTHING;
    private Optional<Theme> theme = Optional.empty();
    private volatile Optional<State> state = Optional.empty();
    private volatile List<Problem> ofFiles = List.of();
    private volatile List<Problem> ofTexts = List.of();
    private volatile Map<String, Page> ofTranslations = Map.of();
    private final Lookup lookup;
    private long version;
    private long checked;

    public Galley(Request request) {
        this.request = request.withDrafts();
        this.folder = ContentFolder.of(request.content(), request.shown(request.content()));
        this.remembered = new Remembered(folder);
        this.workers = new Workers(request.threads());
        this.lookup = new Lookup(workers, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Takes in what changed. Whatever goes wrong becomes a problem; the last good state stays. */
    public synchronized void update(Changes changes) {
        pending = pending.and(changes);
        Problems problems = new Problems();
        try {
            Optional<State> next = next(problems);
            if (next.isPresent() && next.get() == state.orElse(null)) {
                pending = new Changes(false, Set.of());
                return;
            }
            next.ifPresent(found -> {
                remembered.keep(found.reading());
                pending = new Changes(false, Set.of());
                state = next;
            });
        } catch (Halt halt) {
            problems.add(halt.problem());
        } catch (RuntimeException e) { // a preview outlives every mistake, its own among them
            problems.add(fault(e));
        }
        ofFiles = problems.sorted();
        tell();
    }

    private Optional<State> next(Problems problems) {
        Optional<Reading> before = state.map(State::reading);
        Set<String> paths = new HashSet<>();
        boolean settings = pending.anything() || before.isEmpty() || !ofFiles.isEmpty();
        boolean names = settings;
        boolean dressed = theme.isEmpty();
        for (Path path : pending.paths()) {
            if (path.startsWith(request.content().toAbsolutePath().normalize())) {
                String below = below(path);
                settings |= below.indexOf('/') < 0;
                names |= before.isPresent() && isNew(below, before.get().inventory());
                paths.add(below);
            } else {
                dressed = true;
            }
        }
        Optional<LocalDate> asOf = Overrides.asOf(request, problems);
        Optional<Site> site = settings
                ? SiteReader.read(folder, problems).map(found -> Overrides.of(found, request, problems))
                : before.map(Reading::site);
        if (site.isEmpty()) {
            return Optional.empty();
        }
        boolean same = before.isPresent()
                && before.get().site().digest().equals(site.get().digest());
        Inventory inventory = names || !same
                ? Inventory.of(folder, site.get(), problems)
                : before.get().inventory();
        remembered.prepare(site.get(), paths, pending.anything());
        Reading reading = Reading.of(request, folder, site.get(), inventory, asOf, remembered, problems, workers);
        theme(site.get(), dressed || pending.anything() || !same, problems);
        if (theme.isEmpty()) {
            return Optional.empty();
        }
        if (same && isSame(before.get(), reading) && state.get().theme() == theme.get()) {
            List<Problem> now = problems.sorted();
            if (now.equals(ofFiles)) {
                return state;
            }
        }
        Catalog catalog = reading.catalog();
        Optional<List<Notice>> retold = same && state.get().theme() == theme.get()
                ? Rewording.between(before.get(), reading)
                : Optional.empty();
        if (retold.isPresent()) {
            Map<String, Page> pages = Rewording.pages(state.get().pages(), retold.get(), catalog);
            Press printing = new Press(theme.get(), catalog, generator.name());
            return Optional.of(
                    new State(reading, catalog, theme.get(), printing, pages, new Texts(reading, markdown, notes)));
        }
        Plan plan = Plan.of(catalog, press(theme.get()), theme.get().assetPages(), Press.SCHEMAS);
        Map<String, Page> pages = new HashMap<>(plan.pages().size() * 2);
        plan.pages().forEach(page -> pages.put(page.address().file(), page));
        Press printing = new Press(theme.get(), catalog, generator.name());
        return Optional.of(
                new State(reading, catalog, theme.get(), printing, pages, new Texts(reading, markdown, notes)));
    }

    private Digest press(Theme used) {
        return Digest.of(List.of(generator.digest(), used.digest()));
    }

    /** Takes the theme as it is now; a broken one leaves the last in place. */
    private void theme(Site site, boolean anew, Problems problems) {
        if (!anew) {
            return;
        }
        try {
            String name = request.theme().orElse(site.theme());
            Theme read = Theme.read(request.themes(), request.shown(request.themes()), name, problems);
            if (theme.isEmpty() || !theme.get().digest().equals(read.digest())) {
                theme = Optional.of(read);
            }
        } catch (Halt halt) {
            problems.add(halt.problem());
        }
    }

    /** Whether the names of files are others than those of the inventory, to judge by one of them. */
    private boolean isNew(String path, Inventory inventory) {
        Path place = folder.root().resolve(path);
        boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        String[] names = path.split("/");
        boolean known = names[0].equals("pages")
                ? names.length == 2
                        && inventory.page(Remembered.key(path).substring("pages/".length())).stream()
                                .anyMatch(files -> files.paths().contains(path))
                : names.length > 2
                        && inventory
                                .notice(Remembered.key(path)
                                        .substring(Remembered.key(path).lastIndexOf('/') + 1))
                                .stream()
                                .anyMatch(files -> files.paths().contains(path));
        if (!there && !known && names.length == 3) { // made and gone again: no notice may have been lost with it
            return inventory.notice(names[2]).isPresent();
        }
        return there != known || !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }

    private String below(Path path) {
        return request.content()
                .toAbsolutePath()
                .normalize()
                .relativize(path)
                .toString()
                .replace('\\', '/');
    }

    private static boolean isSame(Reading a, Reading b) {
        return a.inventory() == b.inventory()
                        && sameFacts(a.facts(), b.facts())
                        && a.pages().equals(b.pages())
                || sameFacts(a.facts(), b.facts())
                        && a.texts().equals(b.texts())
                        && a.pages().equals(b.pages());
    }

    private static boolean sameFacts(List<Facts> a, List<Facts> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i) == b.get(i);
        }
        return same;
    }

    private static Problem fault(RuntimeException e) {
        return Problem.of(
                Mistake.IO,
                "noticepress:serve",
                Phrase.of("预览内部出错：{0}", "the preview failed: {0}", e),
                Phrase.of("再保存一次；若仍出错，请连同这一行报告", "save again; if it still fails, report this line"));
    }

    /** The file of an address below the base path, as it would be published; what is broken as it was last. */
    public Optional<Proof> proof(String file) {
        Optional<State> now = state;
        Optional<Page> page = now.map(found -> found.pages().get(file))
                .or(() -> Optional.ofNullable(ofTranslations.get(file)))
                .or(() -> now.flatMap(found -> search(found, file)));
        if (page.isEmpty()) { // what a last good page is dressed in stays with it
            return file.startsWith("assets/") ? proofs.last(file) : Optional.empty();
        }
        Optional<Proof> known = proofs.of(page.get());
        if (known.isPresent()) {
            return known;
        }
        try {
            Proof proof = Proof.of(now.get()
                    .press()
                    .print(page.get(), new Bench(now.get().reading(), now.get().texts(), lookup.index())));
            proofs.keep(page.get(), proof);
            faults.remove(file);
            return Optional.of(proof);
        } catch (Halt halt) {
            if (halt.problem().mistake() == Mistake.TEMPLATE_ERROR) {
                faults.put(file, halt.problem());
            }
        } catch (RuntimeException e) { // a text of which only the last good facts are known
            faults.put(file, fault(e));
        }
        return proofs.last(file);
    }

    /** Every address there is, below the base path. */
    public Set<String> addresses() {
        Set<String> all = new HashSet<>(ofTranslations.keySet());
        state.ifPresent(found -> {
            all.addAll(found.pages().keySet());
            all.addAll(lookup.pages(found.catalog(), found.texts()).keySet());
        });
        return all;
    }

    /** A page of the search; the index is made when somebody asks for one. */
    private Optional<Page> search(State found, String file) {
        return Lookup.isPart(file)
                ? Optional.ofNullable(
                        lookup.pages(found.catalog(), found.texts()).get(file))
                : Optional.empty();
    }

    /** The settings, once they could be read. */
    public Optional<Site> site() {
        return state.map(found -> found.reading().site());
    }

    /**
     * Waits until there is something new after a version, at most for some milliseconds.
     *
     * @return the version there is now
     */
    public long await(long seen, long millis) throws InterruptedException {
        synchronized (news) {
            long end = System.nanoTime() + millis * 1_000_000;
            for (long left = millis; version <= seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                news.wait(left);
            }
            return version;
        }
    }

    private void tell() {
        synchronized (news) {
            version++;
            news.notifyAll();
        }
    }

    /**
     * Checks what shows only when everything is known, and parses the texts of which nothing is known yet, as long as nothing
     * new comes in between. For one thread.
     *
     * @return whether there was anything to do
     */
    public boolean check() {
        long now;
        synchronized (news) {
            now = version;
        }
        Optional<State> seen = state;
        if (now == checked || seen.isEmpty()) {
            return false;
        }
        find(seen.get());
        List<TextSource> unknown = seen.get().reading().texts().stream()
                .filter(text -> seen.get().texts().findings(text).isEmpty())
                .toList();
        for (TextSource text : unknown) {
            if (state != seen) {
                return true;
            }
            try {
                seen.get().texts().known(text);
            } catch (Halt halt) {
                return true; // it changed a moment ago, which is told soon
            }
        }
        if (!unknown.isEmpty()) {
            find(seen.get());
        }
        synchronized (news) {
            checked = Math.max(now, state == seen ? version : now);
        }
        return true;
    }

    private void find(State seen) {
        Problems problems = new Problems();
        Map<String, Page> told = new HashMap<>();
        try {
            CrossCheck check = seen.reading().check(seen.texts(), problems);
            check.facts();
            check.texts();
            Backlog backlog = new Backlog(seen.reading().site().languages(), check.behind());
            new Plan(List.of())
                    .withTranslations(seen.catalog(), press(seen.theme()), backlog)
                    .pages()
                    .forEach(page -> told.put(page.address().file(), page));
        } catch (Halt halt) {
            problems.add(halt.problem());
        } catch (RuntimeException e) { // likewise
            problems.add(fault(e));
        }
        List<Problem> found = problems.sorted();
        if (!found.equals(ofTexts) || !told.equals(ofTranslations)) {
            ofTexts = found;
            ofTranslations = told;
            tell();
        }
    }

    /** Every problem of the site, by place. */
    public List<Problem> problems() {
        Problems all = new Problems();
        all.addAll(ofFiles);
        all.addAll(ofTexts);
        return all.sorted();
    }

    /** Problems with their lines, the first hundred: those of the files an address is made from first, then the errors. */
    public List<Told> told(String file) {
        Problems all = new Problems();
        all.addAll(ofFiles);
        all.addAll(ofTexts);
        Optional.ofNullable(faults.get(file)).ifPresent(all::add);
        String own = folder.shown(own(file));
        state.ifPresent(found -> structure(found, own(file), all));
        Excerpts excerpts = new Excerpts(request);
        return all.sorted().stream()
                .sorted(Comparator.comparing((Problem problem) -> !isOf(own, problem))
                        .thenComparing(problem -> problem.severity())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(problem -> new Told(problem, excerpts.line(problem)))
                .toList();
    }

    /** Whether a problem is one of the files an address is made from. */
    public boolean isOwn(String file, Problem problem) {
        return isOf(folder.shown(own(file)), problem);
    }

    private static boolean isOf(String own, Problem problem) {
        String at = problem.at().file();
        return at.startsWith(own + ".") || at.startsWith(own + "/");
    }

    /** The files a page is made from, as its address tells: {@code notices/2030/kx-2030-6}, {@code pages/about}. */
    private static String own(String file) {
        String[] names = file.split("/");
        if (names.length >= 4 && names[1].equals("notices")) {
            return "notices/" + names[2] + "/" + names[3];
        }
        return names.length == 3 ? "pages/" + names[1] : "?";
    }

    /** Adds how the translations of the notice on screen differ from their original. */
    private void structure(State found, String own, Problems problems) {
        Reading all = found.reading();
        List<Facts> one = new ArrayList<>();
        for (Facts facts : all.facts()) {
            if (own.equals(
                    "notices/" + facts.files().year() + "/" + facts.files().slug())) {
                one.add(facts);
            }
        }
        if (!one.isEmpty()) {
            CrossCheck check = new CrossCheck(
                    folder,
                    all.site(),
                    all.inventory(),
                    one,
                    one.get(0).texts(),
                    found.texts()::findings,
                    true,
                    problems);
            try {
                check.likeness(one.get(0), found.texts()::read);
            } catch (Halt halt) {
                return; // it is being saved; the next state will tell
            }
        }
    }

    @Override
    public void close() {
        workers.close();
        lookup.close();
    }
}
