package io.noticepress.markdown.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives out the anchors of one text. They tell the place in the structure and no words, hence are the same in every
 * language: documents {@code d1}, sections {@code s2}, {@code s2-1}, numbered items {@code i7}, items within them
 * {@code i7-1}, all other blocks {@code p3}.
 *
 * <p>Documents, sections of the first level, items and blocks are each counted through the whole text.
 */
final class AnchorSequence {
    private final List<String> issued = new ArrayList<>();
    /** Counters of the heading levels 2 to 6; the first runs on through the whole text. */
    private final int[] sectionCounters = new int[5];

    private int documents;
    private int items;
    private int blocks;
    /** Whether a section of level 2 is open in the present document. */
    private boolean inSection;

    /** All anchors in the order of the text. */
    List<String> all() {
        return issued;
    }

    String document() {
        inSection = false;
        return issue("d" + ++documents);
    }

    /**
     * The anchor of a heading. A level that was skipped counts as if its heading stood there: a level-4 heading right
     * below {@code s2} is {@code s2-1-1}.
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

    String item() {
        return issue("i" + ++items);
    }

    /** The anchor of the {@code number}th item of the lists within the block {@code parent}. */
    String nestedItem(String parent, int number) {
        return issue(parent + "-" + number);
    }

    String block() {
        return issue("p" + ++blocks);
    }

    private String issue(String anchor) {
        issued.add(anchor);
        return anchor;
    }
}
