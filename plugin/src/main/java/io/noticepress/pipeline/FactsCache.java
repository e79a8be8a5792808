package io.noticepress.pipeline;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.model.site.Site;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of the editors' files from an earlier reading, so that those which are still the same need not be read again.
 * What it says must be what a reading under these settings would. Safe for use by several threads.
 */
public interface FactsCache {
    /** Knows nothing: all files are read. */
    FactsCache NONE = new FactsCache() {
        @Override
        public NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read) {
            return read.apply(files);
        }

        @Override
        public PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read) {
            return read.apply(files);
        }
    };

    /** What is in a folder, by its path: the names, and whether each is a folder; empty if only a look can tell. */
    default Optional<Map<String, Boolean>> folderChildren(String folder) {
        return Optional.empty();
    }

    /** What the files of a notice say, as known or, if they may have changed, as they are read now. */
    NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read);

    /** What the files of a page say, likewise. */
    PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read);
}
