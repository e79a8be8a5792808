package io.noticepress.pipeline;

import io.noticepress.content.cache.FactsCacheCodec;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.output.uptodate.BuildState;
import io.noticepress.output.uptodate.FactsStore;
import io.noticepress.problem.Message;
import io.noticepress.report.RunRequest;
import io.noticepress.store.UnchangedDirs;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Facts of notices saved by the last build. They are valid under the settings they were read with, as long as the files of the
 * notice have not changed. Plain pages are few and are read each time.
 */
final class DiskFactsCache implements AutoCloseable {
    private final Optional<FactsStore> store;
    private final ContentFolder folder;
    private final UnchangedDirs unchangedDirs;
    /** The same if the store was saved together with it; else the store may be about older files. */
    private final UnchangedDirs storedDirs;

    private final Path contentRoot;
    /** Slugs of the notices that were read in this build. */
    private final Set<String> readAgain = ConcurrentHashMap.newKeySet();

    private DiskFactsCache(Optional<FactsStore> store, ContentFolder folder, UpToDateCheck upToDateCheck) {
        this.store = store;
        this.folder = folder;
        this.unchangedDirs = upToDateCheck.unchangedDirs();
        this.storedDirs =
                store.map(found -> found.ifStoreUnchanged(unchangedDirs)).orElse(UnchangedDirs.NONE);
        this.contentRoot = upToDateCheck.state().map(BuildState::contentFolder).orElse(folder.root());
    }

    /** The facts saved by the last build of an output. */
    static DiskFactsCache open(RunRequest runRequest, GeneratorVersion generatorVersion, UpToDateCheck upToDateCheck) {
        return new DiskFactsCache(
                FactsStore.open(
                        runRequest.output(),
                        runRequest.work(),
                        generatorVersion.digestOfJar(),
                        runRequest.protectedDirs()),
                ContentFolder.of(runRequest.content(), runRequest.displayPath(runRequest.content())),
                upToDateCheck);
    }

    /** The facts that are valid under some settings. */
    FactsCache forSettings(Site site) {
        return store.isEmpty() ? FactsCache.NONE : new SettingsFactsCache(store.get(), site);
    }

    /** Why fewer facts are found than the last build saved. */
    Optional<Message> lossReason() {
        return store.flatMap(FactsStore::lossReason);
    }

    /**
     * Saves the facts for the next build, unless another build has saved its own since this one began. Call it while holding
     * the lock of the output.
     *
     * @return whether the saved facts are these
     */
    boolean save(SiteContent content) {
        Optional<FactsStore> latest = store.filter(FactsStore::isLatest);
        latest.ifPresent(found -> {
            new SettingsFactsCache(found, content.site()).put(content);
            found.save();
        });
        return latest.isPresent();
    }

    @Override
    public void close() {
        store.ifPresent(FactsStore::close);
    }

    private final class SettingsFactsCache implements FactsCache {
        private final FactsStore store;
        private final String settings;
        private final FactsCacheCodec codec;
        private final Map<String, Predicate<String>> unchangedInYears = new ConcurrentHashMap<>();

        SettingsFactsCache(FactsStore store, Site site) {
            this.store = store;
            this.settings =
                    Digest.of(site.digest().hex(), folder.displayPath("")).hex();
            this.codec = new FactsCacheCodec(folder, site);
        }

        @Override
        public Optional<Map<String, Boolean>> folderChildren(String folder) {
            return unchangedDirs.children(contentRoot.resolve(folder));
        }

        @Override
        public NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read) {
            return store.find(key(files))
                    .flatMap(bytes -> codec.decodeIfUnchanged(files, unchangedFiles(files), bytes))
                    .orElseGet(() -> {
                        readAgain.add(files.slug());
                        return read.apply(files);
                    });
        }

        /** Tells by its path below the content folder whether a file of a notice has not changed. */
        private Predicate<String> unchangedFiles(NoticeFiles files) {
            String year = "notices/" + files.year();
            Predicate<String> editions = unchangedInYears.computeIfAbsent(
                    year, path -> storedDirs.unchangedFiles(contentRoot.resolve(path)));
            if (files.files().isEmpty()) {
                return path -> editions.test(path.substring(year.length() + 1));
            }
            String own = files.folderPath();
            Predicate<String> attached = storedDirs.unchangedFiles(contentRoot.resolve(own));
            return path -> path.startsWith(own)
                    ? attached.test(path.substring(own.length()))
                    : editions.test(path.substring(year.length() + 1));
        }

        @Override
        public PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read) {
            return read.apply(files);
        }

        void put(SiteContent content) {
            for (NoticeFacts facts : content.facts()) {
                if (readAgain.contains(facts.files().slug())) {
                    Digest key = key(facts.files());
                    codec.encode(facts).ifPresentOrElse(bytes -> store.put(key, bytes), () -> store.remove(key));
                }
            }
        }

        private Digest key(NoticeFiles files) {
            return Digest.of(files.year(), files.slug(), settings);
        }
    }
}
