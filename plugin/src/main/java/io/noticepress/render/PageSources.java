package io.noticepress.render;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.plan.Page;

/** Where pages get what is not held in memory: texts and attached files. */
public interface PageSources {
    /** The text of an edition or plain page, parsed. */
    Body body(SourceFile source);

    /** What is known of a text; cheaper than the text if it was read before. */
    Findings findings(SourceFile source);

    /** The bytes of an attachment. */
    byte[] bytes(Notice notice, Attachment attachment);

    /** The bytes of a file of the search. */
    byte[] bytes(Page.SearchFile file);
}
