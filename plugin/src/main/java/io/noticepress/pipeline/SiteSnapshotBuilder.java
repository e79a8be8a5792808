package io.noticepress.pipeline;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.Theme;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the settings, the front matter and the theme that a run names, and makes a {@link SiteSnapshot} of them. Builds,
 * validation, the translation goals, imports and the live preview all read the site through this class.
 */
public final class SiteSnapshotBuilder {
    private static final String DEFAULT_THEME = "official";

    private final RunRequest runRequest;
    private final ContentFolder folder;
    private final GeneratorVersion generatorVersion = GeneratorVersion.read();
    private final WorkerPool workerPool;

    public SiteSnapshotBuilder(RunRequest runRequest, WorkerPool workerPool) {
        this.runRequest = runRequest;
        this.folder = ContentFolder.of(runRequest.content(), runRequest.displayPath(runRequest.content()));
        this.workerPool = workerPool;
    }

    /** The content folder of the run. */
    public ContentFolder folder() {
        return folder;
    }

    /** The running program, which is part of the input of every page. */
    GeneratorVersion generatorVersion() {
        return generatorVersion;
    }

    /** Reads the settings and applies the parameters that override them; empty if the settings are unusable. */
    public Optional<Site> readSettings(Problems problems) {
        ParameterOverrides.asOf(runRequest, problems); // reported even if the settings are unusable
        return SiteReader.read(folder, problems).map(site -> ParameterOverrides.apply(site, runRequest, problems));
    }

    /** Reads all front matter without a cache; empty if the settings are unusable. */
    Optional<SiteContent> readContent(RunLog runLog, Problems problems) {
        return readContent(site -> FactsCache.NONE, runLog, problems);
    }

    /**
     * Reads settings and front matter; empty if the settings are unusable. From here on the log uses the language of the
     * settings.
     *
     * @param cacheFor the facts cached under given settings
     */
    Optional<SiteContent> readContent(Function<Site, FactsCache> cacheFor, RunLog runLog, Problems problems) {
        return readSettings(problems).map(site -> {
            runLog.useLanguage(site.messages());
            FactsCache factsCache = cacheFor.apply(site);
            Inventory inventory = Inventory.of(folder, site, factsCache::folderChildren, problems);
            SiteContent content = readContent(site, inventory, factsCache, problems);
            runLog.sayNoticesRead(content.facts().size());
            return content;
        });
    }

    /** Reads the front matter of the files in an inventory, except what the cache has. */
    public SiteContent readContent(Site site, Inventory inventory, FactsCache factsCache, Problems problems) {
        NoticeReader noticeReader = new NoticeReader(folder, site);
        List<NoticeFacts> facts =
                workerPool.mapAll(inventory.notices(), files -> factsCache.notice(site, files, noticeReader::read));
        PageReader pageReader = new PageReader(folder, site);
        List<TextPage> pages = new ArrayList<>();
        List<BodySource> texts = new ArrayList<>();
        facts.forEach(notice -> {
            problems.addAll(notice.problems());
            texts.addAll(notice.texts());
        });
        inventory.pages().forEach(files -> {
            PageReader.PageFacts page = factsCache.page(site, files, pageReader::read);
            problems.addAll(page.problems());
            page.page().ifPresent(pages::add);
            texts.addAll(page.texts());
        });
        return new SiteContent(
                folder,
                site,
                inventory,
                facts,
                pages,
                BodySource.indexByPath(texts),
                runRequest.drafts(),
                ParameterOverrides.asOf(runRequest, problems));
    }

    /**
     * Reads the theme that the run or the settings name.
     *
     * @param settings empty if they are unusable; the theme is checked all the same
     * @throws RunFailed if the theme is missing or incomplete
     */
    public Theme readTheme(Optional<Site> settings, Problems problems) {
        String name = runRequest.theme().or(() -> settings.map(Site::theme)).orElse(DEFAULT_THEME);
        return Theme.read(runRequest.themes(), runRequest.displayPath(runRequest.themes()), name, problems);
    }

    /** The snapshot of content that was read, with texts that belong to it. */
    public SiteSnapshot build(SiteContent content, TextCache texts, Theme theme) {
        return SiteSnapshot.of(content, texts, theme, generatorVersion);
    }
}
