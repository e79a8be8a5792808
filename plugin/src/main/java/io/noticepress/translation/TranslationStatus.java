package io.noticepress.translation;

import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Language;
import java.util.List;
import java.util.Optional;

/**
 * How a translation of a notice stands to its original.
 *
 * @param path of its file below the content folder, which need not exist
 * @param translation how it was made; empty if there is none in this language
 * @param changedAnchors the anchors of the blocks that changed since, {@code title} for the title
 * @param deletedBlocks how many blocks were deleted since
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

    /** Whether the original changed since. */
    public boolean isBehind() {
        return !changedAnchors.isEmpty() || deletedBlocks > 0;
    }

    /** Whether it is known which original it was made from. */
    public boolean hasBasis() {
        return translation.isPresent() && !translation.get().basis().isEmpty();
    }
}
