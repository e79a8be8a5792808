package io.noticepress.render.views;

import java.util.List;
import java.util.Optional;

/**
 * One page of the list of a category. Named {@code list} in templates.
 *
 * @param shelf type of the category: {@code years issuers topics kinds}
 * @param name of the category
 * @param number 0 for the newest notices, else the number of this page counted from the oldest notice
 * @param rows newest first
 * @param newer address of the page with newer notices
 * @param older address of the page with older notices
 * @param parent the superior issuer or broader topic
 * @param children the subordinate issuers or narrower topics that have notices
 * @param register address of the register of this issuer's document numbers
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
