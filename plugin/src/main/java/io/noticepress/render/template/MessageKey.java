package io.noticepress.render.template;

import io.noticepress.catalog.CategoryType;

/** Keys of the messages that the generator itself reads; a theme must have all of them in every language. */
public enum MessageKey {
    /** The date pattern: {@code d MMMM yyyy}. */
    DATE_PATTERN("date.pattern"),
    /** The names of the twelve months, separated by spaces. */
    DATE_MONTHS("date.months"),
    /** The separator between the title of a page and the title of the site. */
    TITLE_SEPARATOR("title.separator"),
    NAV_HOME("nav.home"),
    NAV_YEARS("nav.years"),
    NAV_ISSUERS("nav.issuers"),
    NAV_TOPICS("nav.topics"),
    NAV_KINDS("nav.kinds"),
    NAV_TRANSLATIONS("nav.translations"),
    /** The name of the search page. */
    NAV_SEARCH("nav.search"),
    /** The name of a year; {@code {0}} is the year. */
    YEAR_NAME("year.name"),
    /** The suffix of the heading of a numbered list page; {@code {0}} is the number. */
    LIST_PAGE("list.page"),
    /** The heading of a register; {@code {0}} is the issuer. */
    REGISTER_HEADING("register.heading"),
    /** The heading of the translation status of one year; {@code {0}} is the name of the year. */
    TRANSLATIONS_YEAR("translations.heading.year"),
    NOTFOUND_HEADING("notfound.heading"),
    /** The label of a link to the same block in this language; {@code {0}} is the language. */
    COUNTERPART_LINK("twin");

    private final String key;

    MessageKey(String key) {
        this.key = key;
    }

    /** The key in the theme's message files: {@code nav.home}. */
    public String key() {
        return key;
    }

    /** The key of an overview's name. */
    public static MessageKey overviewName(CategoryType type) {
        return switch (type) {
            case YEARS -> NAV_YEARS;
            case ISSUERS -> NAV_ISSUERS;
            case TOPICS -> NAV_TOPICS;
            case KINDS -> NAV_KINDS;
        };
    }
}
