package io.noticepress.build;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.ContentFolder;
import io.noticepress.content.Inventory;
import io.noticepress.content.NoticeFacts;
import io.noticepress.content.SiteReader;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.Digest;
import io.noticepress.model.Site;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.theme.PageRenderer;
import io.noticepress.theme.Theme;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a composition of the one before and of what changed; files that no change touches are not read again. For one thread. */
final class Compositor {
    private final Request request;
    private final ContentFolder folder;
    private final Workers workers;
    private final Generator generator = Generator.read();
    private final Markdown markdown = new Markdown();
    private final Notes notes = Notes.inMemory();
    private final Remembered remembered;
    private final Path content;

    private Changes pending = Changes.ANYTHING;
    private Optional<Theme> theme = Optional.empty();

    Compositor(Request request, ContentFolder folder, Workers workers) {
        this.request = request;
        this.folder = folder;
        this.workers = workers;
        this.remembered = new Remembered(folder);
        this.content = request.content().toAbsolutePath().normalize();
    }

    /**
     * The next composition; the same as before if nothing is new, empty if nothing can be composed. Changes of which nothing
     * came are taken in again with the next ones.
     *
     * @param known the problems of facts that were told last
     * @param problems takes those there are now
     */
    Optional<Composition> compose(
            Optional<Composition> before, Changes changes, List<Problem> known, Problems problems) {
        pending = pending.and(changes);
        Optional<Composition> next = next(before, known, problems);
        next.filter(found -> found != before.orElse(null)).ifPresent(found -> remembered.keep(found.reading()));
        if (next.isPresent()) {
            pending = Changes.NOTHING;
        }
        return next;
    }

    private Optional<Composition> next(Optional<Composition> last, List<Problem> known, Problems problems) {
        Optional<Reading> before = last.map(Composition::reading);
        Set<String> paths = new HashSet<>();
        boolean settings = pending.anything() || before.isEmpty() || !known.isEmpty();
        boolean names = settings;
        boolean dressed = theme.isEmpty();
        for (Path path : pending.paths()) {
            if (path.startsWith(content)) {
                String below = content.relativize(path).toString().replace('\\', '/');
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
        dress(site.get(), dressed || pending.anything() || !same, problems);
        if (theme.isEmpty()) {
            return Optional.empty();
        }
        boolean alike = same && last.get().theme() == theme.get();
        if (alike && isSame(before.get(), reading) && problems.sorted().equals(known)) {
            return last;
        }
        Catalog catalog = reading.catalog();
        Digest dress = Digest.of(List.of(generator.digest(), theme.get().digest()));
        return Optional.of(new Composition(
                reading,
                catalog,
                theme.get(),
                dress,
                new PageRenderer(theme.get(), catalog, generator.name()),
                pages(last.filter(found -> alike), reading, catalog, dress),
                new Texts(reading, markdown::parse, notes)));
    }

    /** The pages of a reading; {@code last} is the composition before if settings and theme are still the same. */
    private Map<String, Page> pages(Optional<Composition> last, Reading reading, Catalog catalog, Digest dress) {
        Optional<Rewording> reworded = last.flatMap(found -> Rewording.between(found.reading(), reading));
        if (reworded.isPresent()) {
            return reworded.get().pages(last.get().pages(), catalog, dress);
        }
        Plan plan = Plan.of(catalog, dress, theme.get().assetPages(), PageRenderer.SCHEMA_NAMES);
        Map<String, Page> pages = new HashMap<>(plan.pages().size() * 2);
        plan.pages().forEach(page -> pages.put(page.address().file(), page));
        return pages;
    }

    /** Takes the theme as it is now; a broken one leaves the last in place. */
    private void dress(Site site, boolean anew, Problems problems) {
        if (!anew) {
            return;
        }
        try {
            String name = request.theme().orElse(site.theme());
            Theme read = Theme.read(request.themes(), request.shown(request.themes()), name, problems);
            if (theme.isEmpty() || !theme.get().digest().equals(read.digest())) {
                theme = Optional.of(read);
            }
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
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

    private static boolean isSame(Reading a, Reading b) {
        return a.pages().equals(b.pages())
                && sameFacts(a.facts(), b.facts())
                && (a.inventory() == b.inventory()
                        || a.texts().all().equals(b.texts().all()));
    }

    private static boolean sameFacts(List<NoticeFacts> a, List<NoticeFacts> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i) == b.get(i);
        }
        return same;
    }
}
