package io.noticepress.problem;

/** How bad a problem is: an error fails the run, a warning only under {@code strict}. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word in reports, English in every language: {@code error} or {@code warning}. */
    public String word() {
        return word;
    }
}
