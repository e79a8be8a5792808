package io.noticepress.model;

import java.util.List;

/**
 * How an edition came from the original.
 *
 * @param by who translated or checked it, or empty
 * @param basis fingerprints of the original's blocks it was made from, title first; empty if not recorded
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
}
