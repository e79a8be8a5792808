package io.noticepress.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a notice.
 *
 * @param issued date of issue (成文日期)
 * @param published when it was put online (发布日期)
 * @param updated when its text here last changed
 * @param effective from when it holds (施行日期)
 * @param expires until when it holds (失效日期)
 * @param printed when it was printed (印发日期)
 */
public record NoticeDates(
        LocalDate issued,
        Optional<LocalDate> published,
        Optional<LocalDate> updated,
        Optional<LocalDate> effective,
        Optional<LocalDate> expires,
        Optional<LocalDate> printed) {
    /** The day by which feeds are ordered: when it was published, else issued. */
    public LocalDate publishedOrIssued() {
        return published.orElse(issued);
    }

    /** The day of the last change a reader was told of. */
    public LocalDate lastChanged() {
        return updated.orElse(publishedOrIssued());
    }

    /** The day from which it acts on other notices: when it takes effect, else when it was issued. */
    public LocalDate effectiveOrIssued() {
        return effective.orElse(issued);
    }
}
