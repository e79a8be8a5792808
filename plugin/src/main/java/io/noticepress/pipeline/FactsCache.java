package io.noticepress.pipeline;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.model.site.Site;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Facts of notices and pages from an earlier read, so that unchanged files are not read again. Thread-safe. */
public interface FactsCache {
    /** Empty: all files are read. */
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

    /** The names in a folder, by its path, and whether each is a folder; empty if it must be listed. */
    default Optional<Map<String, Boolean>> folderChildren(String folder) {
        return Optional.empty();
    }

    /** The facts of a notice: cached ones if they equal what {@code read} would return, else those it returns. */
    NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read);

    /** The facts of a page; see {@link #notice}. */
    PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read);
}
