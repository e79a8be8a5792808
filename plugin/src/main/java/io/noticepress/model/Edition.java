package io.noticepress.model;

import io.noticepress.model.site.Language;
import java.util.List;
import java.util.Optional;

/**
 * A notice in one language: its words.
 *
 * @param translation how it came from the original; empty for the original itself
 * @param signatories as printed at the end (发文机关署名); empty: the issuers' names
 * @param letterhead as printed on top (发文机关标志), or empty
 * @param printOffice the office that printed it (印发机关), or empty
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

    /** Whether this is the edition that states the facts. */
    public boolean isOriginal() {
        return translation.isEmpty();
    }

    /** The same words, from another file. */
    public Edition withSource(SourceFile other) {
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
                other);
    }
}
