package io.noticepress.pipeline;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Site;
import io.noticepress.output.FileCounts;
import io.noticepress.report.RunReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The content folder as read at one moment: settings and front matter. Bodies and attachments stay on disk.
 *
 * @param facts the front matter of each notice, by year and slug
 * @param pages the plain pages
 * @param texts every body, one per edition and page version, by the path of its file
 * @param drafts whether drafts are part of the site
 * @param asOf the day for which the site says what is in force
 */
public record SiteContent(
        ContentFolder folder,
        Site site,
        Inventory inventory,
        List<NoticeFacts> facts,
        List<TextPage> pages,
        HashIndex<BodySource> texts,
        boolean drafts,
        Optional<LocalDate> asOf) {

    /** The catalog of the notices that are published. */
    Catalog catalog() {
        return Catalog.of(site, publishedNotices(), pages, asOf);
    }

    private List<Notice> publishedNotices() {
        return facts.stream()
                .flatMap(notice -> notice.notice().stream())
                .filter(notice -> drafts || !notice.draft())
                .toList();
    }

    /** The front matter of a notice, whether or not it is valid. */
    Optional<NoticeFacts> notice(String slug) {
        return facts.stream()
                .filter(notice -> notice.files().slug().equals(slug))
                .findFirst();
    }

    /**
     * The bytes of an attachment.
     *
     * @throws io.noticepress.problem.RunFailed if they are no longer those that were checked
     */
    byte[] readAttachment(Notice notice, Attachment attachment) {
        String path = "notices/" + notice.year() + "/" + notice.slug() + "/" + attachment.file();
        return folder.readAttachment(path, attachment.digest());
    }

    /** A report of the notices in this content and of the files written. */
    RunReport report(FileCounts fileCounts) {
        List<Notice> notices = publishedNotices();
        int editions =
                notices.stream().mapToInt(notice -> notice.editions().size()).sum();
        return RunReport.of(notices.size(), editions, fileCounts);
    }
}
