package io.noticepress.render.template;

import io.noticepress.catalog.CategoryType;

/** The words that the generator itself asks a theme for; each theme has all of them in every language. */
public enum MessageKey {
    /** How a date is written: {@code d MMMM yyyy}. */
    DATE_PATTERN("date.pattern"),
    /** The names of the twelve months, parted by blanks. */
    DATE_MONTHS("date.months"),
    /** Between the title of a page and that of the site. */
    TITLE_SEPARATOR("title.separator"),
    NAV_HOME("nav.home"),
    NAV_YEARS("nav.years"),
    NAV_ISSUERS("nav.issuers"),
    NAV_TOPICS("nav.topics"),
    NAV_KINDS("nav.kinds"),
    NAV_TRANSLATIONS("nav.translations"),
    /** The name of the search. */
    NAV_SEARCH("nav.search"),
    /** The name of a year; {@code {0}} is its number. */
    YEAR_NAME("year.name"),
    /** What stands behind the heading of a numbered page of a list; {@code {0}} is the number. */
    LIST_PAGE("list.page"),
    /** The heading of a register; {@code {0}} is the issuer. */
    REGISTER_HEADING("register.heading"),
    /** The heading of the state of the translations of one year; {@code {0}} is its name. */
    TRANSLATIONS_YEAR("translations.heading.year"),
    NOTFOUND_HEADING("notfound.heading"),
    /** The name of a link from elsewhere to the same place in this language; {@code {0}} is the language. */
    COUNTERPART_LINK("twin");

    private final String key;

    MessageKey(String key) {
        this.key = key;
    }

    /** Its name in the files of words: {@code nav.home}. */
    public String key() {
        return key;
    }

    /** The name of the overview of all years, issuers, topics or kinds. */
    public static MessageKey overviewName(CategoryType kind) {
        return switch (kind) {
            case YEARS -> NAV_YEARS;
            case ISSUERS -> NAV_ISSUERS;
            case TOPICS -> NAV_TOPICS;
            case KINDS -> NAV_KINDS;
        };
    }
}
