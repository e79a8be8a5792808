package io.noticepress.catalog;

import java.util.Locale;

/** The four ways to look for a notice. */
public enum CategoryType {
    YEARS,
    ISSUERS,
    TOPICS,
    KINDS;

    /** Its name in addresses and templates: {@code years}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
