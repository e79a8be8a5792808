package io.noticepress.model;

import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.values.Digest;
import io.noticepress.model.values.FileType;
import io.noticepress.model.values.ImageSize;
import java.util.Optional;

/**
 * A file in the folder of a notice.
 *
 * @param file its path below the notice's folder, in NFC, with {@code /}: {@code 附件1.docx}
 * @param title its title in the notice; empty for a picture or another file that is only linked
 * @param size in bytes
 * @param type the type of its content
 * @param digest of its bytes
 * @param pixels the size of a picture; empty if the file does not state it, and for other files
 */
public record Attachment(
        String file, LocalizedText title, long size, FileType type, Digest digest, Optional<ImageSize> pixels) {
    /** Whether the notice lists the file among its attachments. */
    public boolean isListed() {
        return !title.isEmpty();
    }
}
