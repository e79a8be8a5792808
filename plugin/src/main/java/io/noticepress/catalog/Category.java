package io.noticepress.catalog;

import io.noticepress.model.Notice;
import io.noticepress.model.site.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * The notices of a year, an issuer, a topic or a kind; never empty.
 *
 * @param key in its address: {@code 2023}, {@code example-association}
 * @param name empty for a year, which is its own name
 * @param parent key of the wider issuer or topic
 * @param notices newest first, those of narrower issuers or topics included
 */
public record Category(
        CategoryType type, String key, LocalizedText name, Optional<String> parent, List<Notice> notices) {
    public Category {
        notices = List.copyOf(notices);
    }

    /** The year of the oldest notice. */
    public int firstYear() {
        return notices.get(notices.size() - 1).year();
    }

    /** The year of the newest notice. */
    public int lastYear() {
        return notices.get(0).year();
    }

    /** How many full pages its notices fill. */
    public int fullPages(int pageSize) {
        return notices.size() / pageSize;
    }

    /** The newest {@code pageSize} notices. */
    public List<Notice> newest(int pageSize) {
        return notices.subList(0, Math.min(pageSize, notices.size()));
    }

    /**
     * A full page, newest first. Pages are counted from the oldest end, from 1, so that a notice added on top moves
     * nobody to another page.
     */
    public List<Notice> page(int number, int pageSize) {
        int end = notices.size() - (number - 1) * pageSize;
        return notices.subList(end - pageSize, end);
    }
}
