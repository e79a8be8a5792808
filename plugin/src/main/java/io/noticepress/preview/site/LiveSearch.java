package io.noticepress.preview.site;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.TextCache;
import io.noticepress.pipeline.WorkerPool;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.RunFailed;
import io.noticepress.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The search of a preview. Its index is made when somebody looks something up, not whenever a key is pressed in a notice, and
 * lies among the temporary files of the machine; the next one is made of it and of the notices that changed. Safe for use by
 * several threads.
 */
final class LiveSearch implements AutoCloseable {
    /** One generator only is at work here, and nothing outlives it. */
    private static final Digest CODE = Digest.of("preview");

    private final WorkerPool workerPool;
    private Optional<Path> folder = Optional.empty();
    private Optional<SearchIndex> index = Optional.empty();
    private Optional<Catalog> indexedCatalog = Optional.empty();
    private Map<String, Page> pages = Map.of();

    LiveSearch(WorkerPool workerPool) {
        this.workerPool = workerPool;
    }

    /** Whether a file can be one of the search. */
    static boolean isSearchFile(String file) {
        return file.startsWith("assets/search") || file.endsWith("/search/index.html");
    }

    /** The pages of the search by their files. */
    synchronized Map<String, Page> pages(SiteSnapshot site) {
        Catalog catalog = site.catalog();
        if (indexedCatalog.orElse(null) != catalog) {
            SearchIndex made = SearchIndex.of(catalog, CODE, textProvider(site.texts()), workerPool::forEach, folder());
            index.ifPresent(SearchIndex::close);
            index = Optional.of(made);
            indexedCatalog = Optional.of(catalog);
            Map<String, Page> found = new HashMap<>();
            new Plan(List.of())
                    .withSearch(catalog, site.renderDigest(), made.files())
                    .pages()
                    .forEach(page -> found.put(page.address().file(), page));
            pages = found;
        }
        return pages;
    }

    /** The index that was made last. */
    synchronized Optional<SearchIndex> index() {
        return index;
    }

    private static SearchIndex.TextProvider textProvider(TextCache textCache) {
        return new SearchIndex.TextProvider() {
            /** A text that is being saved, or of which only the last good facts are known, is found when it is whole again. */
            @Override
            public Optional<String> currentText(SourceFile source) {
                try {
                    return textCache.source(source) == null
                            ? Optional.empty()
                            : Optional.of(textCache.searchText(source));
                } catch (RunFailed runFailed) {
                    return Optional.empty();
                }
            }

            /** Nobody keeps the words of earlier texts here. */
            @Override
            public Optional<String> previousText(SourceFile source) {
                return Optional.empty();
            }
        };
    }

    private Path folder() {
        try {
            if (folder.isEmpty()) {
                folder = Optional.of(Files.createTempDirectory("noticepress-"));
            }
            return folder.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        index.ifPresent(SearchIndex::close);
        index = Optional.empty();
        indexedCatalog = Optional.empty();
        folder.ifPresent(LiveSearch::remove);
        folder = Optional.empty();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
