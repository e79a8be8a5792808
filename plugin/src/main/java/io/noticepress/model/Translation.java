package io.noticepress.model;

import java.util.List;

/**
 * How an edition came from the original.
 *
 * @param by who translated or checked it, or empty
 * @param basis {@code v1}, then the fingerprints of the original's blocks it was made from, title first; empty if not
 *     recorded
 */
public record Translation(State state, String by, List<String> basis) {
    /** How far a translation can be relied on. */
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
     * Whether the original has changed since this translation was made; never so if the basis was not recorded.
     *
     * @param now the original's fingerprints as they are, written like a basis
     */
    public boolean isOutdated(String now) {
        return !basis.isEmpty() && !String.join(" ", basis).equals(now);
    }
}
