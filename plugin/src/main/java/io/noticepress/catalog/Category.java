package io.noticepress.catalog;

import io.noticepress.model.Notice;
import io.noticepress.model.site.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * The notices of a year, an issuer, a topic or a kind; never empty.
 *
 * @param key as in its address: {@code 2023}, {@code example-association}
 * @param name empty for a year, which is its own name
 * @param parent key of the parent issuer or topic
 * @param notices newest first, including those of child issuers or topics
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

    /** The number of full pages. */
    public int fullPages(int pageSize) {
        return notices.size() / pageSize;
    }

    /** The newest {@code pageSize} notices. */
    public List<Notice> newest(int pageSize) {
        return notices.subList(0, Math.min(pageSize, notices.size()));
    }

    /**
     * The notices of a full page, newest first. Pages are numbered from the oldest, from 1, so that a new notice does not move
     * others to another page: with 7 notices and 3 a page, page 1 has the oldest three, page 2 the next three.
     */
    public List<Notice> page(int number, int pageSize) {
        int end = notices.size() - (number - 1) * pageSize;
        return notices.subList(end - pageSize, end);
    }
}
