package io.noticepress.preview.site;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.FindingsCache;
import io.noticepress.pipeline.GeneratorVersion;
import io.noticepress.pipeline.ParameterOverrides;
import io.noticepress.pipeline.SiteContent;
import io.noticepress.pipeline.TextCache;
import io.noticepress.pipeline.WorkerPool;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.PageRenderer;
import io.noticepress.render.Theme;
import io.noticepress.report.RunRequest;
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
final class SiteSnapshotBuilder {
    private final RunRequest runRequest;
    private final ContentFolder folder;
    private final WorkerPool workerPool;
    private final GeneratorVersion generatorVersion = GeneratorVersion.read();
    private final Markdown markdown = new Markdown();
    private final FindingsCache findingsCache = FindingsCache.inMemory();
    private final LiveFactsCache factsCache;
    private final Path content;

    private FileChanges pending = FileChanges.UNKNOWN;
    private Optional<Theme> theme = Optional.empty();

    SiteSnapshotBuilder(RunRequest runRequest, ContentFolder folder, WorkerPool workerPool) {
        this.runRequest = runRequest;
        this.folder = folder;
        this.workerPool = workerPool;
        this.factsCache = new LiveFactsCache(folder);
        this.content = runRequest.content().toAbsolutePath().normalize();
    }

    /**
     * The next composition; the same as before if nothing is new, empty if nothing can be composed. Changes of which nothing
     * came are taken in again with the next ones.
     *
     * @param known the problems of facts that were told last
     * @param problems takes those there are now
     */
    Optional<SiteSnapshot> build(
            Optional<SiteSnapshot> before, FileChanges fileChanges, List<Problem> known, Problems problems) {
        pending = pending.plus(fileChanges);
        Optional<SiteSnapshot> next = next(before, known, problems);
        next.filter(found -> found != before.orElse(null)).ifPresent(found -> factsCache.retain(found.content()));
        if (next.isPresent()) {
            pending = FileChanges.NONE;
        }
        return next;
    }

    private Optional<SiteSnapshot> next(Optional<SiteSnapshot> last, List<Problem> known, Problems problems) {
        Optional<SiteContent> before = last.map(SiteSnapshot::content);
        Set<String> paths = new HashSet<>();
        boolean settings = pending.unknown() || before.isEmpty() || !known.isEmpty();
        boolean names = settings;
        boolean dressed = theme.isEmpty();
        for (Path path : pending.paths()) {
            if (path.startsWith(content)) {
                String below = content.relativize(path).toString().replace('\\', '/');
                settings |= below.indexOf('/') < 0;
                names |= before.isPresent()
                        && changesInventory(below, before.get().inventory());
                paths.add(below);
            } else {
                dressed = true;
            }
        }
        Optional<LocalDate> asOf = ParameterOverrides.asOf(runRequest, problems);
        Optional<Site> site = settings
                ? SiteReader.read(folder, problems).map(found -> ParameterOverrides.apply(found, runRequest, problems))
                : before.map(SiteContent::site);
        if (site.isEmpty()) {
            return Optional.empty();
        }
        boolean same = before.isPresent()
                && before.get().site().digest().equals(site.get().digest());
        Inventory inventory = names || !same
                ? Inventory.of(folder, site.get(), problems)
                : before.get().inventory();
        factsCache.beginRead(site.get(), paths, pending.unknown());
        SiteContent siteContent =
                SiteContent.read(runRequest, folder, site.get(), inventory, asOf, factsCache, problems, workerPool);
        updateTheme(site.get(), dressed || pending.unknown() || !same, problems);
        if (theme.isEmpty()) {
            return Optional.empty();
        }
        boolean alike = same && last.get().theme() == theme.get();
        if (alike
                && hasSameContent(before.get(), siteContent)
                && problems.sorted().equals(known)) {
            return last;
        }
        Catalog catalog = siteContent.catalog();
        Digest dress =
                Digest.of(List.of(generatorVersion.digestOfJar(), theme.get().digest()));
        return Optional.of(new SiteSnapshot(
                siteContent,
                catalog,
                theme.get(),
                dress,
                new PageRenderer(theme.get(), catalog, generatorVersion.name()),
                planPages(last.filter(found -> alike), siteContent, catalog, dress),
                new TextCache(siteContent, markdown::parse, findingsCache)));
    }

    /** The pages of a reading; {@code last} is the composition before if settings and theme are still the same. */
    private Map<String, Page> planPages(
            Optional<SiteSnapshot> last, SiteContent siteContent, Catalog catalog, Digest dress) {
        Optional<TextOnlyChange> reworded = last.flatMap(found -> TextOnlyChange.between(found.content(), siteContent));
        if (reworded.isPresent()) {
            return reworded.get().pages(last.get().pages(), catalog, dress);
        }
        Plan plan = Plan.of(catalog, dress, theme.get().assetPages(), PageRenderer.SCHEMA_NAMES);
        Map<String, Page> pages = new HashMap<>(plan.pages().size() * 2);
        plan.pages().forEach(page -> pages.put(page.address().file(), page));
        return pages;
    }

    /** Takes the theme as it is now; a broken one leaves the last in place. */
    private void updateTheme(Site site, boolean anew, Problems problems) {
        if (!anew) {
            return;
        }
        try {
            String name = runRequest.theme().orElse(site.theme());
            Theme read = Theme.read(runRequest.themes(), runRequest.displayPath(runRequest.themes()), name, problems);
            if (theme.isEmpty() || !theme.get().digest().equals(read.digest())) {
                theme = Optional.of(read);
            }
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        }
    }

    /** Whether the names of files are others than those of the inventory, to judge by one of them. */
    private boolean changesInventory(String path, Inventory inventory) {
        Path place = folder.root().resolve(path);
        boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        String[] names = path.split("/");
        boolean known = names[0].equals("pages")
                ? names.length == 2
                        && inventory.page(LiveFactsCache.ownerOf(path).substring("pages/".length())).stream()
                                .anyMatch(files -> files.paths().contains(path))
                : names.length > 2
                        && inventory
                                .notice(LiveFactsCache.ownerOf(path)
                                        .substring(LiveFactsCache.ownerOf(path).lastIndexOf('/') + 1))
                                .stream()
                                .anyMatch(files -> files.paths().contains(path));
        if (!there && !known && names.length == 3) { // made and gone again: no notice may have been lost with it
            return inventory.notice(names[2]).isPresent();
        }
        return there != known || !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean hasSameContent(SiteContent a, SiteContent b) {
        return a.pages().equals(b.pages())
                && hasSameFacts(a.facts(), b.facts())
                && (a.inventory() == b.inventory()
                        || a.texts().all().equals(b.texts().all()));
    }

    private static boolean hasSameFacts(List<NoticeFacts> a, List<NoticeFacts> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i) == b.get(i);
        }
        return same;
    }
}
