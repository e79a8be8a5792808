package io.noticepress.build;

import io.noticepress.content.ContentFolder;
import io.noticepress.content.FactsCacheCodec;
import io.noticepress.content.FileStamp;
import io.noticepress.content.NoticeFacts;
import io.noticepress.content.NoticeFiles;
import io.noticepress.content.PageFiles;
import io.noticepress.content.PageReader;
import io.noticepress.model.Digest;
import io.noticepress.model.Site;
import io.noticepress.output.BuildState;
import io.noticepress.output.FactsStore;
import io.noticepress.output.UnchangedDirs;
import io.noticepress.problem.Message;
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
final class Recollection implements AutoCloseable {
    private final Optional<FactsStore> memory;
    private final ContentFolder folder;
    private final long settled;
    private final UnchangedDirs unchangedDirs;
    private final Path root;

    /** How the files of notices looked whose facts must be kept anew, by slug. */
    private final Map<String, List<Optional<FileStamp>>> fresh = new ConcurrentHashMap<>();

    private Recollection(Optional<FactsStore> memory, ContentFolder folder, Standing standing) {
        this.memory = memory;
        this.folder = folder;
        this.settled = standing.settled();
        this.unchangedDirs =
                memory.map(found -> found.ifStoreUnchanged(standing.still())).orElse(UnchangedDirs.NONE);
        this.root = standing.standstill().map(BuildState::contentFolder).orElse(folder.root());
    }

    /** What the last build of an output kept. */
    static Recollection of(Request request, Generator generator, Standing standing) {
        return new Recollection(
                FactsStore.open(request.output(), request.work(), generator.digest(), request.guard()),
                ContentFolder.of(request.content(), request.shown(request.content())),
                standing);
    }

    /** What of it counts under some settings. */
    Recall under(Site site) {
        return memory.isEmpty() ? Recall.NOTHING : new Under(memory.get(), site);
    }

    /** Why there is less of it than the last build kept. */
    Optional<Message> forgotten() {
        return memory.flatMap(FactsStore::lossReason);
    }

    /**
     * Keeps the facts of a content for the next build, unless another kept its own meanwhile; the output must be held.
     *
     * @return whether what is kept now are those facts
     */
    boolean save(Reading content) {
        Optional<FactsStore> latest = memory.filter(FactsStore::isLatest);
        latest.ifPresent(found -> {
            new Under(found, content.site()).keep(content.facts());
            fresh.clear();
            found.save();
        });
        return latest.isPresent();
    }

    @Override
    public void close() {
        memory.ifPresent(FactsStore::close);
    }

    /** What is kept under some settings. */
    private final class Under implements Recall {
        private final FactsStore memory;
        private final String settings;
        private final FactsCacheCodec form;
        private final Map<String, Path> years = new ConcurrentHashMap<>();

        Under(FactsStore memory, Site site) {
            this.memory = memory;
            this.settings =
                    Digest.of(site.digest().hex(), folder.displayPath("")).hex();
            this.form = new FactsCacheCodec(folder, site);
        }

        @Override
        public Optional<Map<String, Boolean>> inside(String folder) {
            return unchangedDirs.children(root.resolve(folder));
        }

        @Override
        public NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read) {
            Optional<byte[]> kept = memory.find(key(files));
            if (kept.isPresent() && isStill(files)) {
                Optional<FactsCacheCodec.RestoredFacts> known =
                        form.decodeIfUnchanged(files, Optional.empty(), kept.get());
                if (known.isPresent()) {
                    return known.get().facts();
                }
            }
            List<Optional<FileStamp>> stamps =
                    files.paths().stream().map(folder::stamp).toList();
            Optional<FactsCacheCodec.RestoredFacts> known =
                    kept.flatMap(bytes -> form.decodeIfUnchanged(files, Optional.of(stamps), bytes));
            if (known.isEmpty() || !known.get().stampsMatch()) {
                fresh.put(files.slug(), stamps);
            }
            return known.map(FactsCacheCodec.RestoredFacts::facts).orElseGet(() -> read.apply(files));
        }

        /** Whether the files of a notice are those the last build read, whose facts it kept. */
        private boolean isStill(NoticeFiles files) {
            Path year = years.computeIfAbsent(
                    files.year(), name -> root.resolve("notices").resolve(name));
            return unchangedDirs.contains(year)
                    && (files.files().isEmpty() || unchangedDirs.contains(year.resolve(files.slug())));
        }

        @Override
        public PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read) {
            return read.apply(files);
        }

        void keep(List<NoticeFacts> facts) {
            for (NoticeFacts each : facts) {
                List<Optional<FileStamp>> stamps = fresh.get(each.files().slug());
                if (stamps != null) {
                    Digest key = key(each.files());
                    Optional<byte[]> bytes = form.encode(
                            each,
                            stamps.stream()
                                    .map(stamp -> stamp.filter(seen -> seen.isBefore(settled)))
                                    .toList());
                    bytes.ifPresentOrElse(kept -> memory.put(key, kept), () -> memory.remove(key));
                }
            }
        }

        private Digest key(NoticeFiles files) {
            return Digest.of(files.year(), files.slug(), settings);
        }
    }
}
