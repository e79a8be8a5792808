package io.noticepress.model;

import io.noticepress.model.site.Language;
import java.util.List;
import java.util.Optional;

/**
 * The text of a notice in one language, without its body, which stays on disk.
 *
 * @param letterhead as printed at the top (发文机关标志), or empty
 * @param signatories as printed at the end (发文机关署名); if empty, the issuers' names are used
 * @param printOffice the office that printed it (印发机关), or empty
 * @param translation empty for the original
 * @param source the file it was read from
 */
public record Edition(
        Language language,
        String title,
        String summary,
        List<String> recipients,
        List<String> cc,
        String letterhead,
        List<String> signatories,
        String note,
        String printOffice,
        Extent extent,
        Optional<Translation> translation,
        SourceFile source) {
    public Edition {
        recipients = List.copyOf(recipients);
        cc = List.copyOf(cc);
        signatories = List.copyOf(signatories);
    }

    /** Whether this is the original, the edition that states the facts. */
    public boolean isOriginal() {
        return translation.isEmpty();
    }

    /** The same edition with another source file. */
    public Edition withSource(SourceFile newSource) {
        return new Edition(
                language,
                title,
                summary,
                recipients,
                cc,
                letterhead,
                signatories,
                note,
                printOffice,
                extent,
                translation,
                newSource);
    }
}
