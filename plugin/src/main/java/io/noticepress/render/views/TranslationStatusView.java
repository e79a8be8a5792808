package io.noticepress.render.views;

import java.util.List;

/**
 * The state of the translations, of all notices or of a year. Named {@code translations} in templates.
 *
 * @param counts of each language into which something is to be translated
 * @param entries the notices of which a translation is wanting, newest first; of all notices the newest ones only
 * @param more how many such notices are not among them
 * @param years the same by year, newest first; none if all is said here
 */
public record TranslationStatusView(
        List<TranslationCountView> counts, List<TranslationEntryView> entries, int more, List<YearCountView> years) {
    /**
     * How many translations into a language there are.
     *
     * @param name of the language in itself
     * @param due how many there should be
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

    /** A notice of which a translation is wanting. */
    public record TranslationEntryView(NoticeRow row, List<TranslationGapView> gaps) {}

    /**
     * What is wanting of it in a language.
     *
     * @param want {@code missing outdated draft machine}
     */
    public record TranslationGapView(String name, String tag, String want) {}

    /** A year, and how many notices of it want a translation. */
    public record YearCountView(String name, String href, int count) {}
}
