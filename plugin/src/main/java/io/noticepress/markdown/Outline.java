package io.noticepress.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outline of a text as it grows: documents, sections, run-in headings of items. */
final class Outline {
    private final boolean chinese;
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    /** The items since the last heading; those without a run-in heading are empty. */
    private final List<Optional<Item>> items = new ArrayList<>();
    /** The level of the heading above. */
    private int level = 1;

    Outline(boolean chinese) {
        this.chinese = chinese;
    }

    List<Heading> headings() {
        section();
        return headings;
    }

    /** The plain titles of the documents, in their order. */
    List<String> titles() {
        return titles;
    }

    /** A heading, or at level 1 the title of a document. */
    void heading(int level, String anchor, Passage passage) {
        section();
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
        items.add(RunIn.of(passage, from).map(found -> {
            String text = number + passage.plain(0, found.end(), chinese);
            return new Item(new Heading(Math.max(2, level + 1), anchor, text), found.bold());
        }));
    }

    /** A section ends: bold run-in headings were meant as such, first sentences only if every item has one. */
    private void section() {
        boolean all = items.stream().allMatch(Optional::isPresent);
        items.stream()
                .flatMap(Optional::stream)
                .filter(item -> all || item.bold())
                .forEach(item -> headings.add(item.heading()));
        items.clear();
    }

    private record Item(Heading heading, boolean bold) {}
}
