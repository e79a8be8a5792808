package io.noticepress.model;

import java.util.List;

/**
 * How a translation was made from the original.
 *
 * @param by who translated or checked it, or empty
 * @param basis {@code v1} and the fingerprints of the original's title and blocks at the time of translation; empty if not
 *     recorded
 */
public record Translation(State state, String by, List<String> basis) {
    /** How reliable a translation is. */
    public enum State {
        OFFICIAL,
        REVIEWED,
        DRAFT,
        MACHINE
    }

    public Translation {
        basis = List.copyOf(basis);
    }

    /**
     * Whether the original has changed since this translation was made; false if the basis was not recorded.
     *
     * @param currentBasis {@code v1} and the current fingerprints of the original, separated by spaces
     */
    public boolean isOutdated(String currentBasis) {
        return !basis.isEmpty() && !String.join(" ", basis).equals(currentBasis);
    }
}
