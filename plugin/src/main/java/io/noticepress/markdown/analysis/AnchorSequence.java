package io.noticepress.markdown.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Issues the anchors of one text. They depend on its structure only and so are the same in every language: documents {@code d1},
 * sections {@code s2}, {@code s2-1}, numbered items {@code i7}, items nested in them {@code i7-1}, all other blocks {@code p3}.
 *
 * <p>Documents, sections of the first level, items and blocks are each numbered through the whole text.
 */
final class AnchorSequence {
    private final List<String> issued = new ArrayList<>();
    /** Counters of the heading levels 2 to 6; the first is never reset. */
    private final int[] sectionCounters = new int[5];

    private int documents;
    private int items;
    private int blocks;
    /** Whether the current document already has a section. */
    private boolean inSection;

    /** All anchors issued, in source order. */
    List<String> all() {
        return issued;
    }

    /** The anchor of a document title. */
    String document() {
        inSection = false;
        return issue("d" + ++documents);
    }

    /**
     * The anchor of a heading. A skipped level counts as if it had a heading: a level-4 heading directly below {@code s2} is
     * {@code s2-1-1}.
     */
    String section(int level) {
        if (level > 2 && !inSection) {
            nextSection(0);
        }
        for (int above = 3; above < level; above++) {
            if (sectionCounters[above - 2] == 0) {
                nextSection(above - 2);
            }
        }
        nextSection(level - 2);
        StringBuilder anchor = new StringBuilder("s").append(sectionCounters[0]);
        for (int index = 1; index <= level - 2; index++) {
            anchor.append('-').append(sectionCounters[index]);
        }
        return issue(anchor.toString());
    }

    private void nextSection(int index) {
        sectionCounters[index]++;
        Arrays.fill(sectionCounters, index + 1, sectionCounters.length, 0);
        inSection = true;
    }

    /** The anchor of a numbered item. */
    String item() {
        return issue("i" + ++items);
    }

    /** The anchor of the {@code number}th item of the lists within the block {@code parent}. */
    String nestedItem(String parent, int number) {
        return issue(parent + "-" + number);
    }

    /** The anchor of any other block. */
    String block() {
        return issue("p" + ++blocks);
    }

    private String issue(String anchor) {
        issued.add(anchor);
        return anchor;
    }
}
