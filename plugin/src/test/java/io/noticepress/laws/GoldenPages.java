package io.noticepress.laws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a site that are compared with golden files, as listed in {@code pages.txt}: one path per line; {@code !en/}
 * means that no path may begin with {@code en/}. Without a {@code pages.txt} all files are compared.
 */
final class GoldenPages {
    private final List<String> paths = new ArrayList<>();
    private final List<String> unwantedPrefixes = new ArrayList<>();

    private GoldenPages() {}

    static GoldenPages read(Path file) throws IOException {
        GoldenPages pages = new GoldenPages();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("!")) {
                    pages.unwantedPrefixes.add(line.substring(1));
                } else if (!line.isBlank()) {
                    pages.paths.add(line);
                }
            }
        }
        return pages;
    }

    /** The files of a site to compare; listed files that the site lacks are missing here, too. */
    SortedMap<String, byte[]> select(SortedMap<String, byte[]> site) {
        SortedMap<String, byte[]> selected = new TreeMap<>(site);
        if (!paths.isEmpty()) {
            selected.keySet().retainAll(paths);
        }
        return selected;
    }

    /** The paths of a site with a forbidden prefix. */
    List<String> unwantedIn(Collection<String> site) {
        return site.stream()
                .filter(path -> unwantedPrefixes.stream().anyMatch(path::startsWith))
                .toList();
    }
}
