package io.noticepress.catalog;

import java.util.Locale;

/** What became of a notice. */
public enum NoticeStatus {
    REPEALED,
    REPLACED,
    EXPIRED,
    PENDING,
    AMENDED,
    CORRECTED;

    /** Its name in templates and data: {@code repealed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
