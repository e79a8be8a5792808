package io.noticepress.render.views;

import java.util.List;
import java.util.Optional;

/**
 * A list of notices. Named {@code list} in templates.
 *
 * @param shelf {@code years issuers topics kinds}
 * @param name of the year, issuer, topic or kind
 * @param number 0 for the newest notices, else the number of this page counted from the oldest
 * @param rows newest first
 * @param newer the page with newer notices
 * @param older the page with older notices
 * @param parent the wider issuer or topic
 * @param children the narrower ones that have notices
 * @param register the page with the run of this issuer's document numbers
 */
public record ListView(
        String shelf,
        String name,
        int number,
        List<NoticeRow> rows,
        Optional<String> newer,
        Optional<String> older,
        Optional<NamedLink> parent,
        List<NamedLink> children,
        Optional<String> register) {}
