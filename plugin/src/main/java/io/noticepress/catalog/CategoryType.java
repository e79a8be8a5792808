package io.noticepress.catalog;

import java.util.Locale;

/** The four classifications of notices that have lists of their own. */
public enum CategoryType {
    YEARS,
    ISSUERS,
    TOPICS,
    KINDS;

    /** Its name in addresses and templates, where it is called {@code shelf}: {@code years}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
