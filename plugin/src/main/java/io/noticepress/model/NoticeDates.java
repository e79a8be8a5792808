package io.noticepress.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The dates of a notice.
 *
 * @param issued date of issue (成文日期)
 * @param published when it was put online (发布日期)
 * @param updated when its text on this site last changed
 * @param effective when it comes into force (施行日期)
 * @param expires when it ceases to be in force (失效日期)
 * @param printed when it was printed (印发日期)
 */
public record NoticeDates(
        LocalDate issued,
        Optional<LocalDate> published,
        Optional<LocalDate> updated,
        Optional<LocalDate> effective,
        Optional<LocalDate> expires,
        Optional<LocalDate> printed) {
    /** The date by which feeds are sorted: the date of publication, otherwise the date of issue. */
    public LocalDate publishedOrIssued() {
        return published.orElse(issued);
    }

    /** The date of the last change shown to readers. */
    public LocalDate lastChanged() {
        return updated.orElse(publishedOrIssued());
    }

    /** The date from which it repeals or amends other notices: the effective date, otherwise the date of issue. */
    public LocalDate effectiveOrIssued() {
        return effective.orElse(issued);
    }
}
