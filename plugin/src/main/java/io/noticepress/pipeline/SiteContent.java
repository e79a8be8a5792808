package io.noticepress.pipeline;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.CrossCheck;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Site;
import io.noticepress.output.FileCounts;
import io.noticepress.problem.Problems;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import io.noticepress.translation.TranslationCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All facts of the content folder, as read at the beginning of a run. Texts are still on disk.
 *
 * @param facts of each notice, in the order of their files
 * @param pages the plain pages
 * @param texts every text there is: one per edition and page version, by its path
 */
public record SiteContent(
        RunRequest request,
        ContentFolder folder,
        Site site,
        Inventory inventory,
        List<NoticeFacts> facts,
        List<TextPage> pages,
        HashIndex<BodySource> texts,
        Optional<LocalDate> asOf) {

    /**
     * Reads the facts; empty if there are no settings to read them by.
     *
     * @param recall what is known under these settings
     */
    static Optional<SiteContent> read(
            RunRequest runRequest,
            Function<Site, FactsCache> recall,
            RunLog runLog,
            Problems problems,
            WorkerPool workerPool) {
        ContentFolder folder = ContentFolder.of(runRequest.content(), runRequest.displayPath(runRequest.content()));
        Optional<LocalDate> asOf = ParameterOverrides.asOf(runRequest, problems);
        Optional<Site> settings =
                SiteReader.read(folder, problems).map(site -> ParameterOverrides.apply(site, runRequest, problems));
        settings.map(Site::messages).ifPresent(runLog::useLanguage);
        return settings.map(site -> {
            FactsCache known = recall.apply(site);
            Inventory inventory = Inventory.of(folder, site, known::folderChildren, problems);
            SiteContent siteContent = read(runRequest, folder, site, inventory, asOf, known, problems, workerPool);
            runLog.sayNoticesRead(siteContent.facts().size());
            return siteContent;
        });
    }

    /** Reads the facts of an inventory, those that {@code recall} knows no more. */
    public static SiteContent read(
            RunRequest runRequest,
            ContentFolder folder,
            Site site,
            Inventory inventory,
            Optional<LocalDate> asOf,
            FactsCache factsCache,
            Problems problems,
            WorkerPool workerPool) {
        NoticeReader notices = new NoticeReader(folder, site);
        List<NoticeFacts> facts =
                workerPool.mapAll(inventory.notices(), files -> factsCache.notice(site, files, notices::read));
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
        return new SiteContent(runRequest, folder, site, inventory, facts, pages, BodySource.indexByPath(texts), asOf);
    }

    /** The notices that are part of the site. */
    List<Notice> notices() {
        return facts.stream()
                .flatMap(notice -> notice.notice().stream())
                .filter(notice -> request.drafts() || !notice.draft())
                .toList();
    }

    /** The bytes of an attachment, which must still be those that were checked. */
    byte[] readAttachment(Notice notice, Attachment attachment) {
        String path = "notices/" + notice.year() + "/" + notice.slug() + "/" + attachment.file();
        return folder.readAttachment(path, attachment.digest());
    }

    /** The catalog of the site. */
    public Catalog catalog() {
        return Catalog.of(site, notices(), pages, asOf);
    }

    /** What shows only when everything is known. */
    public CrossCheck crossCheck(TextCache textCache, Problems problems) {
        return new CrossCheck(
                folder,
                site,
                inventory,
                facts,
                this.texts,
                text -> Optional.of(textCache.findingsOrParse(text)),
                request.drafts(),
                problems);
    }

    /** Whether translations are up to date and say what their originals say. */
    public TranslationCheck translationCheck(TextCache textCache, Problems problems) {
        return new TranslationCheck(
                folder,
                site,
                facts,
                this.texts,
                text -> Optional.of(textCache.findingsOrParse(text)),
                request.drafts(),
                problems);
    }

    /** A report of this content, and of what was written. */
    RunReport report(FileCounts fileCounts) {
        List<Notice> notices = notices();
        int editions =
                notices.stream().mapToInt(notice -> notice.editions().size()).sum();
        return RunReport.of(notices.size(), editions, fileCounts);
    }
}
