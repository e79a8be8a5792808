package io.noticepress.preview.site;

import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import java.util.List;
import java.util.Optional;

/**
 * A notice or plain page by the part that the paths of its files have in common: {@code notices/2030/kx-2030-6} of
 * {@code notices/2030/kx-2030-6.zh.md} and {@code notices/2030/kx-2030-6/map.png}, {@code pages/about} of
 * {@code pages/about.en.md}.
 */
record SourceUnit(String path) {
    static SourceUnit of(NoticeFiles files) {
        return new SourceUnit("notices/" + files.year() + "/" + files.slug());
    }

    static SourceUnit of(PageFiles files) {
        return new SourceUnit("pages/" + files.name());
    }

    /** The unit that a path below the content folder belongs to; of a year's folder or a settings file the path itself. */
    static SourceUnit ofSource(String path) {
        String[] names = path.split("/", 4);
        int own = names[0].equals("notices") ? 2 : 1;
        StringBuilder unit = new StringBuilder(names[0]);
        for (int i = 1; i <= own && i < names.length; i++) {
            String name = names[i];
            unit.append('/').append(i == own && name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name);
        }
        return new SourceUnit(unit.toString());
    }

    /** The unit that a page of the site shows, by its file: {@code zh/notices/2030/kx-2030-6/index.html}; empty if it is none. */
    static Optional<SourceUnit> ofPage(String file) {
        String[] names = file.split("/");
        if (names.length >= 4 && names[1].equals("notices")) {
            return Optional.of(new SourceUnit("notices/" + names[2] + "/" + names[3]));
        }
        return names.length == 3 ? Optional.of(new SourceUnit("pages/" + names[1])) : Optional.empty();
    }

    /** Whether a path is one of its files. */
    boolean contains(String file) {
        return file.startsWith(path + ".") || file.startsWith(path + "/");
    }

    /** The paths of its files in an inventory; empty if the inventory does not have it. */
    List<String> files(Inventory inventory) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("pages/")
                ? inventory.page(name).map(PageFiles::paths).orElse(List.of())
                : inventory.notice(name).map(NoticeFiles::paths).orElse(List.of());
    }
}
