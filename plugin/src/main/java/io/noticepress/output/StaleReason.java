package io.noticepress.output;

import io.noticepress.plan.InputDigests;
import java.util.Optional;

/** Why a file of the site must be rendered. */
public enum StaleReason {
    /** No earlier build is known to have rendered it. */
    NEW,
    /** The generator, the theme or the settings changed. */
    ENVIRONMENT,
    /** Its own sources changed. */
    SOURCES,
    /** What it shows of other notices changed. */
    REFERENCES,
    /** The file on disk is missing, or was changed by somebody else. */
    MISSING;

    /** Why a file rendered from {@code before} is out of date. */
    static Optional<StaleReason> between(InputDigests before, InputDigests now) {
        if (!before.environment().equals(now.environment())) {
            return Optional.of(ENVIRONMENT);
        }
        if (!before.sources().equals(now.sources())) {
            return Optional.of(SOURCES);
        }
        return before.references().equals(now.references()) ? Optional.empty() : Optional.of(REFERENCES);
    }
}
