package io.noticepress.preview.site;

import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.model.site.Site;
import io.noticepress.pipeline.SiteContent;
import io.noticepress.pipeline.SiteSnapshot;
import io.noticepress.pipeline.SiteSnapshotBuilder;
import io.noticepress.pipeline.TextCache;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.Theme;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the next snapshot from the previous one and from what changed; reads changed files only. For one thread. */
final class SnapshotUpdater {
    private final SiteSnapshotBuilder snapshots;
    private final LiveFactsCache factsCache;
    private final Path contentRoot;

    private FileChanges pending = FileChanges.UNKNOWN;
    private Optional<Theme> theme = Optional.empty();

    SnapshotUpdater(SiteSnapshotBuilder snapshots) {
        this.snapshots = snapshots;
        this.factsCache = new LiveFactsCache(snapshots.folder());
        this.contentRoot = snapshots.folder().root().toAbsolutePath().normalize();
    }

    /** What of the pending changes must be read again, besides the front matter of {@code paths}. */
    private record Rereads(boolean settings, boolean inventory, boolean theme, Set<String> paths) {}

    /**
     * The next snapshot; the previous one if nothing is different, empty if the site cannot be read. Changes that gave no
     * snapshot are read again with the next ones.
     *
     * @param known the problems in front matter when the previous snapshot was made
     * @param problems receives the present ones
     */
    Optional<LiveSnapshot> update(
            Optional<LiveSnapshot> previous, FileChanges fileChanges, List<Problem> known, Problems problems) {
        pending = pending.plus(fileChanges);
        Optional<LiveSnapshot> next = next(previous, known, problems);
        if (next.isPresent()) {
            if (next.get() != previous.orElse(null)) {
                factsCache.retain(next.get().site().content().inventory());
            }
            pending = FileChanges.NONE;
        }
        return next;
    }

    private Optional<LiveSnapshot> next(Optional<LiveSnapshot> previous, List<Problem> known, Problems problems) {
        Optional<SiteContent> before = previous.map(snapshot -> snapshot.site().content());
        Rereads rereads = rereads(before, known);
        Optional<Site> settings = rereads.settings() ? snapshots.readSettings(problems) : before.map(SiteContent::site);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Site site = settings.get();
        boolean sameSettings =
                before.isPresent() && before.get().site().digest().equals(site.digest());
        Inventory inventory = rereads.inventory() || !sameSettings
                ? Inventory.of(snapshots.folder(), site, problems)
                : before.get().inventory();
        factsCache.beginRead(site, rereads.paths(), pending.unknown());
        SiteContent content = snapshots.readContent(site, inventory, factsCache, problems);
        if (rereads.theme() || !sameSettings) {
            readTheme(site, problems);
        }
        if (theme.isEmpty()) {
            return Optional.empty();
        }
        Optional<LiveSnapshot> comparable =
                previous.filter(snapshot -> sameSettings && snapshot.site().theme() == theme.get());
        if (comparable.isPresent()
                && isSame(before.get(), content)
                && problems.sorted().equals(known)) {
            return previous;
        }
        return Optional.of(build(content, previous, comparable));
    }

    /** {@code comparable} is the previous snapshot if its settings and theme are the present ones. */
    private LiveSnapshot build(
            SiteContent content, Optional<LiveSnapshot> previous, Optional<LiveSnapshot> comparable) {
        TextCache texts = previous.map(snapshot -> snapshot.site().texts().withContent(content))
                .orElseGet(() -> TextCache.inMemory(content));
        SiteSnapshot site = snapshots.build(content, texts, theme.get());
        return comparable
                .flatMap(snapshot -> TextOnlyChange.between(snapshot.site().content(), content)
                        .map(change -> LiveSnapshot.of(site, snapshot, change)))
                .orElseGet(() -> LiveSnapshot.of(site));
    }

    private Rereads rereads(Optional<SiteContent> before, List<Problem> known) {
        Set<String> paths = new HashSet<>();
        boolean settings = pending.unknown() || before.isEmpty() || !known.isEmpty();
        boolean inventory = settings;
        boolean themeFiles = pending.unknown() || theme.isEmpty();
        for (Path path : pending.paths()) {
            if (path.startsWith(contentRoot)) {
                String below = contentRoot.relativize(path).toString().replace('\\', '/');
                settings |= below.indexOf('/') < 0;
                inventory |= before.isPresent()
                        && changesInventory(below, before.get().inventory());
                paths.add(below);
            } else {
                themeFiles = true;
            }
        }
        return new Rereads(settings, inventory, themeFiles, paths);
    }

    /** Reads the theme; a broken one leaves the previous one in place. */
    private void readTheme(Site site, Problems problems) {
        try {
            Theme read = snapshots.readTheme(Optional.of(site), problems);
            if (theme.isEmpty() || !theme.get().digest().equals(read.digest())) {
                theme = Optional.of(read);
            }
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        }
    }

    /** Whether a changed path means that the inventory no longer has the names that are on disk. */
    private boolean changesInventory(String path, Inventory inventory) {
        Path file = contentRoot.resolve(path);
        boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        boolean known = SourceUnit.ofSource(path).files(inventory).contains(path);
        String[] names = path.split("/");
        if (!exists && !known && names.length == 3) { // made and deleted again; a notice may have been deleted with it
            return inventory.notice(names[2]).isPresent();
        }
        return exists != known || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSame(SiteContent a, SiteContent b) {
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
