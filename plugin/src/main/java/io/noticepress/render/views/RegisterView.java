package io.noticepress.render.views;

import java.util.List;
import java.util.Optional;

/**
 * The register of the document numbers of an issuer. Named {@code register} in templates.
 *
 * @param issuer with the address of its list
 * @param runs newest year first
 */
public record RegisterView(NamedLink issuer, List<NumberRunView> runs) {
    /**
     * The document numbers with one prefix in one year.
     *
     * @param code the prefix, may be empty
     * @param year empty for numbers without a year
     * @param entries in ascending order from 1; they cover every number
     */
    public record NumberRunView(String code, String year, List<RegisterEntryView> entries) {}

    /**
     * A notice, or a gap: numbers {@code first} to {@code last}, none of which is published on this site.
     *
     * @param row absent for a gap
     */
    public record RegisterEntryView(int first, int last, Optional<NoticeRow> row) {}
}
