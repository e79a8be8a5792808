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
import io.noticepress.store.FileStamp;
import io.noticepress.store.UnchangedDirs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The facts that the last build kept: of a notice whose files are still the same, nothing is read. Plain pages are few and
 * read each time. What it kept counts under the settings it was read by; looks count of files that had been left alone for a
 * while when they were read.
 */
final class DiskFactsCache implements AutoCloseable {
    private final Optional<FactsStore> store;
    private final ContentFolder folder;
    private final long trustedBefore;
    private final UnchangedDirs unchangedDirs;
    private final Path contentRoot;

    /** How the files of notices looked whose facts must be kept anew, by slug. */
    private final Map<String, List<Optional<FileStamp>>> changedStamps = new ConcurrentHashMap<>();

    private DiskFactsCache(Optional<FactsStore> store, ContentFolder folder, UpToDateCheck upToDateCheck) {
        this.store = store;
        this.folder = folder;
        this.trustedBefore = upToDateCheck.trustedBefore();
        this.unchangedDirs = store.map(found -> found.ifStoreUnchanged(upToDateCheck.unchangedDirs()))
                .orElse(UnchangedDirs.NONE);
        this.contentRoot = upToDateCheck.state().map(BuildState::contentFolder).orElse(folder.root());
    }

    /** What the last build of an output kept. */
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

    /** What of it counts under some settings. */
    FactsCache forSettings(Site site) {
        return store.isEmpty() ? FactsCache.NONE : new SettingsFactsCache(store.get(), site);
    }

    /** Why there is less of it than the last build kept. */
    Optional<Message> lossReason() {
        return store.flatMap(FactsStore::lossReason);
    }

    /**
     * Keeps the facts of a content for the next build, unless another kept its own meanwhile; the output must be held.
     *
     * @return whether what is kept now are those facts
     */
    boolean save(SiteContent content) {
        Optional<FactsStore> latest = store.filter(FactsStore::isLatest);
        latest.ifPresent(found -> {
            new SettingsFactsCache(found, content.site()).keep(content.facts());
            changedStamps.clear();
            found.save();
        });
        return latest.isPresent();
    }

    @Override
    public void close() {
        store.ifPresent(FactsStore::close);
    }

    /** What is kept under some settings. */
    private final class SettingsFactsCache implements FactsCache {
        private final FactsStore store;
        private final String settings;
        private final FactsCacheCodec codec;
        private final Map<String, Path> years = new ConcurrentHashMap<>();

        SettingsFactsCache(FactsStore memory, Site site) {
            this.store = memory;
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
            Optional<byte[]> kept = store.find(key(files));
            if (kept.isPresent() && isUnchanged(files)) {
                Optional<FactsCacheCodec.RestoredFacts> known =
                        codec.decodeIfUnchanged(files, Optional.empty(), kept.get());
                if (known.isPresent()) {
                    return known.get().facts();
                }
            }
            List<Optional<FileStamp>> stamps =
                    files.paths().stream().map(folder::stamp).toList();
            Optional<FactsCacheCodec.RestoredFacts> known =
                    kept.flatMap(bytes -> codec.decodeIfUnchanged(files, Optional.of(stamps), bytes));
            if (known.isEmpty() || !known.get().stampsMatch()) {
                changedStamps.put(files.slug(), stamps);
            }
            return known.map(FactsCacheCodec.RestoredFacts::facts).orElseGet(() -> read.apply(files));
        }

        /** Whether the files of a notice are those the last build read, whose facts it kept. */
        private boolean isUnchanged(NoticeFiles files) {
            Path year = years.computeIfAbsent(
                    files.year(), name -> contentRoot.resolve("notices").resolve(name));
            return unchangedDirs.contains(year)
                    && (files.files().isEmpty() || unchangedDirs.contains(year.resolve(files.slug())));
        }

        @Override
        public PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read) {
            return read.apply(files);
        }

        void keep(List<NoticeFacts> facts) {
            for (NoticeFacts each : facts) {
                List<Optional<FileStamp>> stamps =
                        changedStamps.get(each.files().slug());
                if (stamps != null) {
                    Digest key = key(each.files());
                    Optional<byte[]> bytes = codec.encode(
                            each,
                            stamps.stream()
                                    .map(stamp -> stamp.filter(seen -> seen.isBefore(trustedBefore)))
                                    .toList());
                    bytes.ifPresentOrElse(kept -> store.put(key, kept), () -> store.remove(key));
                }
            }
        }

        private Digest key(NoticeFiles files) {
            return Digest.of(files.year(), files.slug(), settings);
        }
    }
}
