package io.noticepress.theme;

import java.util.List;

/**
 * The state of the translations, of all notices or of a year. Named {@code translations} in templates.
 *
 * @param counts of each language into which something is to be translated
 * @param entries the notices of which a translation is wanting, newest first; of all notices the newest ones only
 * @param more how many such notices are not among them
 * @param years the same by year, newest first; none if all is said here
 */
public record TranslationsView(List<Count> counts, List<Entry> entries, int more, List<Year> years) {
    /**
     * How many translations into a language there are.
     *
     * @param name of the language in itself
     * @param due how many there should be
     */
    public record Count(
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
    public record Entry(Row row, List<Gap> gaps) {}

    /**
     * What is wanting of it in a language.
     *
     * @param want {@code missing outdated draft machine}
     */
    public record Gap(String name, String tag, String want) {}

    /** A year, and how many notices of it want a translation. */
    public record Year(String name, String href, int count) {}
}
