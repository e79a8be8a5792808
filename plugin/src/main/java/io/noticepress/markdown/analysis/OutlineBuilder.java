package io.noticepress.markdown.analysis;

import io.noticepress.markdown.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the outline of a text: documents, sections, run-in headings of items.
 *
 * <p>Example: the heading {@code ## 一、政治} followed by the item {@code 1．**学习。** 要学习。} gives {@code 2 s1 一、政治} and
 * {@code 3 i1 1．学习}.
 */
final class OutlineBuilder {
    private final boolean chinese;
    private final List<OutlineHeading> headings = new ArrayList<>();
    private final List<String> documentTitles = new ArrayList<>();
    /** The items since the last heading; empty for those without a run-in heading. */
    private final List<Optional<OutlineItem>> items = new ArrayList<>();
    /** The level of the last heading. */
    private int level = 1;

    OutlineBuilder(boolean chinese) {
        this.chinese = chinese;
    }

    /** Ends the outline and returns it. */
    List<OutlineHeading> headings() {
        finishSection();
        return headings;
    }

    /** The titles of the documents as plain text, in order. */
    List<String> documentTitles() {
        return documentTitles;
    }

    /** Adds a heading; at level 1, the title of a document. */
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
     * Adds a numbered item.
     *
     * @param from the start of the text after a typed number
     * @param number the number of a list item, such as {@code 1. }; empty if the number is part of the text
     */
    void addItem(String anchor, InlineText inlineText, int from, String number) {
        items.add(RunInHeading.of(inlineText, from).map(found -> {
            String text = number + inlineText.singleLine(0, found.end(), chinese);
            return new OutlineItem(new OutlineHeading(Math.max(2, level + 1), anchor, text), found.bold());
        }));
    }

    /** Ends a section: bold run-in headings are listed in any case, first sentences only if every item has a run-in heading. */
    private void finishSection() {
        boolean allHaveHeadings = items.stream().allMatch(Optional::isPresent);
        items.stream()
                .flatMap(Optional::stream)
                .filter(outlineItem -> allHaveHeadings || outlineItem.bold())
                .forEach(outlineItem -> headings.add(outlineItem.heading()));
        items.clear();
    }

    private record OutlineItem(OutlineHeading heading, boolean bold) {}
}
