package io.noticepress.markdown;

import java.util.ArrayList;
import java.util.List;

/** The outline of a text as it grows: documents, sections, run-in headings of items. */
final class Outline {
    private final boolean chinese;
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    /** The level of the heading above. */
    private int level = 1;

    Outline(boolean chinese) {
        this.chinese = chinese;
    }

    List<Heading> headings() {
        return headings;
    }

    /** The plain titles of the documents, in their order. */
    List<String> titles() {
        return titles;
    }

    /** A heading, or at level 1 the title of a document. */
    void heading(int level, String anchor, Passage passage) {
        this.level = level;
        String title = passage.plain(0, passage.text().length(), chinese);
        headings.add(new Heading(level, anchor, title));
        if (level == 1) {
            titles.add(title);
        }
    }

    /**
     * A numbered item, if it has a run-in heading.
     *
     * @param from where the words after a typed number begin
     * @param number the number of a list, such as {@code 1. }, or empty if it is part of the words
     */
    void item(String anchor, Passage passage, int from, String number) {
        int end = RunIn.end(passage, from);
        if (end > 0) {
            headings.add(new Heading(Math.max(2, level + 1), anchor, number + passage.plain(0, end, chinese)));
        }
    }
}
