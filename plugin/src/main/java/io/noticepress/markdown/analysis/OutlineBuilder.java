package io.noticepress.markdown.analysis;

import io.noticepress.markdown.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outline of a text as it grows: documents, sections, run-in headings of items. */
final class OutlineBuilder {
    private final boolean chinese;
    private final List<OutlineHeading> headings = new ArrayList<>();
    private final List<String> documentTitles = new ArrayList<>();
    /** The items since the last heading; those without a run-in heading are empty. */
    private final List<Optional<OutlineItem>> items = new ArrayList<>();
    /** The level of the heading above. */
    private int level = 1;

    OutlineBuilder(boolean chinese) {
        this.chinese = chinese;
    }

    List<OutlineHeading> headings() {
        finishSection();
        return headings;
    }

    /** The plain titles of the documents, in their order. */
    List<String> documentTitles() {
        return documentTitles;
    }

    /** A heading, or at level 1 the title of a document. */
    void addHeading(int level, String anchor, InlineText inlineText) {
        finishSection();
        this.level = level;
        String title = inlineText.singleLine(0, inlineText.text().length(), chinese);
        headings.add(new OutlineHeading(level, anchor, title));
        if (level == 1) {
            documentTitles.add(title);
        }
    }

    /**
     * A numbered item, if it has a run-in heading.
     *
     * @param from where the words after a typed number begin
     * @param number the number of a list, such as {@code 1. }, or empty if it is part of the words
     */
    void addItem(String anchor, InlineText inlineText, int from, String number) {
        items.add(RunInHeading.of(inlineText, from).map(found -> {
            String text = number + inlineText.singleLine(0, found.end(), chinese);
            return new OutlineItem(new OutlineHeading(Math.max(2, level + 1), anchor, text), found.bold());
        }));
    }

    /** A section ends: bold run-in headings were meant as such, first sentences only if every item has one. */
    private void finishSection() {
        boolean all = items.stream().allMatch(Optional::isPresent);
        items.stream()
                .flatMap(Optional::stream)
                .filter(outlineItem -> all || outlineItem.bold())
                .forEach(outlineItem -> headings.add(outlineItem.heading()));
        items.clear();
    }

    private record OutlineItem(OutlineHeading heading, boolean bold) {}
}
