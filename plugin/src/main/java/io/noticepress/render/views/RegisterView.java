package io.noticepress.render.views;

import java.util.List;
import java.util.Optional;

/**
 * The document numbers an issuer has given. Named {@code register} in templates.
 *
 * @param issuer with the page of its notices
 * @param runs newest year first
 */
public record RegisterView(NamedLink issuer, List<NumberRunView> runs) {
    /**
     * The numbers with one prefix in one year.
     *
     * @param code the prefix, may be empty
     * @param year empty for numbers that run on over the years
     * @param entries in the order of their numbers, from 1, without a hole
     */
    public record NumberRunView(String code, String year, List<RegisterEntryView> entries) {}

    /**
     * A notice, or numbers {@code first} to {@code last} of which none is published here.
     *
     * @param row missing for a gap
     */
    public record RegisterEntryView(int first, int last, Optional<NoticeRow> row) {}
}
