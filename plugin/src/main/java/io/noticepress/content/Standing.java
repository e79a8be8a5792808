package io.noticepress.content;

import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.Translation;
import java.util.List;
import java.util.Optional;

/**
 * How a translation of a notice stands to its original.
 *
 * @param path of its file below the content folder, which need not exist
 * @param translation how it was made; empty if there is none in this language
 * @param outdated the anchors of the blocks that changed since, {@code title} for the title
 * @param gone how many blocks were deleted since
 */
public record Standing(
        Notice notice,
        Language language,
        String path,
        Optional<Translation> translation,
        List<String> outdated,
        int gone) {
    public Standing {
        outdated = List.copyOf(outdated);
    }

    /** Whether the original changed since. */
    public boolean isBehind() {
        return !outdated.isEmpty() || gone > 0;
    }

    /** Whether it is known which original it was made from. */
    public boolean isRecorded() {
        return translation.isPresent() && !translation.get().basis().isEmpty();
    }
}
