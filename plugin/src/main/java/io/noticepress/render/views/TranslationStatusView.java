package io.noticepress.render.views;

import java.util.List;

/**
 * The translation status of all notices or of one year. Named {@code translations} in templates.
 *
 * @param counts for each language that needs translations
 * @param entries the notices that have gaps, newest first; on the page of all years only the newest ones
 * @param more the number of notices with gaps that are not in {@code entries}
 * @param years links to the pages of the years, newest first; empty if this page is complete
 */
public record TranslationStatusView(
        List<TranslationCountView> counts, List<TranslationEntryView> entries, int more, List<YearCountView> years) {
    /**
     * The number of translations into a language by state.
     *
     * @param name of the language, in the language itself
     * @param due notices whose original is in another language
     */
    public record TranslationCountView(
            String name,
            String tag,
            int due,
            int official,
            int reviewed,
            int draft,
            int machine,
            int missing,
            int outdated) {}

    /** A notice that needs a translation or a better one. */
    public record TranslationEntryView(NoticeRow row, List<TranslationGapView> gaps) {}

    /**
     * A language in which a notice needs a translation or a better one.
     *
     * @param want the reason: {@code missing outdated draft machine}
     */
    public record TranslationGapView(String name, String tag, String want) {}

    /** A year and the number of its notices that have gaps. */
    public record YearCountView(String name, String href, int count) {}
}
