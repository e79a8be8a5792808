package io.noticepress.catalog;

import java.util.Locale;

/** Status of a notice, from the relations of other notices to it and from its dates; the most important first. */
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
