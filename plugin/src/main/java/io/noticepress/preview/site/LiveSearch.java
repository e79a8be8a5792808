package io.noticepress.preview.site;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.SiteSnapshot;
import io.noticepress.pipeline.TextCache;
import io.noticepress.pipeline.WorkerPool;
import io.noticepress.plan.Page;
import io.noticepress.problem.RunFailed;
import io.noticepress.search.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The search of a live preview. The index is built when a page or file of the search is requested, not at every edit, in a
 * temporary folder; the next index is built from it and from the notices that changed. Safe for use by several threads.
 */
final class LiveSearch implements AutoCloseable {
    /** In place of the program's digest: an index is never read by another version of the program. */
    private static final Digest GENERATOR = Digest.of("preview");

    private final WorkerPool workerPool;
    private Optional<Path> folder = Optional.empty();
    private Optional<SearchIndex> index = Optional.empty();
    private Optional<Catalog> indexedCatalog = Optional.empty();
    private Map<String, Page> pages = Map.of();

    LiveSearch(WorkerPool workerPool) {
        this.workerPool = workerPool;
    }

    /** Whether a file belongs to the search, going by its path. */
    static boolean isSearchFile(String file) {
        return file.startsWith("assets/search") || file.endsWith("/search/index.html");
    }

    /** The files and pages of the search by their paths; builds the index if it is outdated. */
    synchronized Map<String, Page> pages(LiveSnapshot snapshot) {
        SiteSnapshot site = snapshot.site();
        Catalog catalog = site.catalog();
        if (indexedCatalog.orElse(null) != catalog) {
            SearchIndex next =
                    SearchIndex.of(catalog, GENERATOR, textProvider(site.texts()), workerPool::forEach, folder());
            index.ifPresent(SearchIndex::close);
            index = Optional.of(next);
            indexedCatalog = Optional.of(catalog);
            pages = LiveSnapshot.addedPages(plan -> site.planSearch(plan, next.files()));
        }
        return pages;
    }

    /** The index that was built last. */
    synchronized Optional<SearchIndex> index() {
        return index;
    }

    private static SearchIndex.TextProvider textProvider(TextCache texts) {
        return new SearchIndex.TextProvider() {
            @Override
            public Optional<String> currentText(SourceFile source) {
                try {
                    return texts.currentText(source);
                } catch (RunFailed runFailed) {
                    return Optional.empty(); // the file is being saved; it is found again with the next snapshot
                }
            }

            @Override
            public Optional<String> previousText(SourceFile source) {
                return texts.previousText(source);
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
