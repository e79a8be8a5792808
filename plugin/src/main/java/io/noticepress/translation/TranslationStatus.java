package io.noticepress.translation;

import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Language;
import java.util.List;
import java.util.Optional;

/**
 * Whether a translation of a notice exists and is up to date with its original.
 *
 * @param path the path of its file below the content folder; the file need not exist
 * @param translation its state, translator and basis; empty if there is no translation into this language
 * @param changedAnchors the anchors of the blocks that have changed since; {@code title} for the title
 * @param deletedBlocks the number of blocks deleted since
 */
public record TranslationStatus(
        Notice notice,
        Language language,
        String path,
        Optional<Translation> translation,
        List<String> changedAnchors,
        int deletedBlocks) {
    public TranslationStatus {
        changedAnchors = List.copyOf(changedAnchors);
    }

    /** Whether the original has changed since the basis was recorded. */
    public boolean isBehind() {
        return !changedAnchors.isEmpty() || deletedBlocks > 0;
    }

    /** Whether it is recorded from which version of the original it was made. */
    public boolean hasBasis() {
        return translation.isPresent() && !translation.get().basis().isEmpty();
    }
}
