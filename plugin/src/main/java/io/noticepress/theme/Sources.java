package io.noticepress.theme;

import io.noticepress.markdown.Body;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;

/** Where pages get what is not held in memory: texts and attached files. */
public interface Sources {
    /** The text of an edition or plain page, parsed. */
    Body body(SourceFile source);

    /** The fingerprints of a text's blocks, written like a basis; cheaper than the text if it was read before. */
    String basis(SourceFile source);

    /** The bytes of an attachment. */
    byte[] bytes(Notice notice, Attachment attachment);
}
