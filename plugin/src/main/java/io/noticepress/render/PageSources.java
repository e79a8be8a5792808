package io.noticepress.render;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.plan.Page;

/** Provides what is not held in memory: the bodies of notices and plain pages, and the bytes of files. */
public interface PageSources {
    /** The parsed body of an edition or plain page. */
    Body body(SourceFile source);

    /** The findings of a body, without parsing it if they are cached. */
    Findings findings(SourceFile source);

    /** The bytes of an attachment. */
    byte[] bytes(Notice notice, Attachment attachment);

    /** The bytes of a file of the search index. */
    byte[] bytes(Page.SearchFile file);
}
