package io.noticepress.problem;

/** Severity of a problem: an error fails the run, a warning fails it only under {@code strict}. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word in reports, English in every language: {@code error} or {@code warning}. */
    public String label() {
        return label;
    }
}
