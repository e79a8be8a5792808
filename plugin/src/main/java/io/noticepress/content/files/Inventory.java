package io.noticepress.content.files;

import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All files of the content folder that belong to a notice or a page. Any others have been reported. */
public final class Inventory {
    private final List<NoticeFiles> notices;
    private final List<PageFiles> pages;
    private final HashIndex<NoticeFiles> bySlug;
    private final Map<String, PageFiles> byName;

    Inventory(List<NoticeFiles> notices, List<PageFiles> pages) {
        this.notices = List.copyOf(notices);
        this.pages = List.copyOf(pages);
        this.bySlug = new HashIndex<>(this.notices, NoticeFiles::slug);
        this.byName = new HashMap<>();
        pages.forEach(page -> byName.put(page.name(), page));
    }

    /** Scans the folder. Names are checked, contents are not read. */
    public static Inventory of(ContentFolder folder, Site site, Problems problems) {
        return of(folder, site, path -> Optional.empty(), problems);
    }

    /**
     * The same, without reading folders whose entries are known.
     *
     * @param known the entries of a folder by its path below the content folder: each name, and whether it is a folder; empty
     *     if they are not known
     */
    public static Inventory of(
            ContentFolder folder,
            Site site,
            Function<String, Optional<Map<String, Boolean>>> known,
            Problems problems) {
        return new InventoryScan(folder, site, known, problems).scan();
    }

    /** The notices by year and slug. */
    public List<NoticeFiles> notices() {
        return notices;
    }

    /** The pages by name. */
    public List<PageFiles> pages() {
        return pages;
    }

    /** The files of a notice, by its slug. */
    public Optional<NoticeFiles> notice(String slug) {
        return bySlug.find(slug);
    }

    /** The files of a page, by its name. */
    public Optional<PageFiles> page(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
