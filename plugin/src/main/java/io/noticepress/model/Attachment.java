package io.noticepress.model;

import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.values.Digest;
import io.noticepress.model.values.FileType;
import io.noticepress.model.values.ImageSize;
import java.util.Optional;

/**
 * A file beside a notice.
 *
 * @param file its path below the notice's folder, in NFC, with {@code /}: {@code 附件1.docx}
 * @param title what the notice calls it; empty for a picture or another file that is only linked
 * @param size in bytes
 * @param type what its content is
 * @param digest of its bytes
 * @param pixels how large a picture is; empty if it does not say so, and for other files
 */
public record Attachment(
        String file, LocalizedText title, long size, FileType type, Digest digest, Optional<ImageSize> pixels) {
    /** Whether the notice lists it among its attachments. */
    public boolean isListed() {
        return !title.isEmpty();
    }
}
