package io.noticepress.markdown;

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
final class Anchors {
    private final List<String> given = new ArrayList<>();
    /** Counters of the heading levels 2 to 6; the first runs on through the whole text. */
    private final int[] sections = new int[5];

    private int documents;
    private int items;
    private int others;
    /** Whether a section of level 2 is open in the present document. */
    private boolean inSection;

    /** All anchors in the order of the text. */
    List<String> given() {
        return given;
    }

    String document() {
        inSection = false;
        return give("d" + ++documents);
    }

    /**
     * The anchor of a heading. A level that was skipped counts as if its heading stood there: a level-4 heading right
     * below {@code s2} is {@code s2-1-1}.
     */
    String section(int level) {
        if (level > 2 && !inSection) {
            open(0);
        }
        for (int above = 3; above < level; above++) {
            if (sections[above - 2] == 0) {
                open(above - 2);
            }
        }
        open(level - 2);
        StringBuilder anchor = new StringBuilder("s").append(sections[0]);
        for (int index = 1; index <= level - 2; index++) {
            anchor.append('-').append(sections[index]);
        }
        return give(anchor.toString());
    }

    private void open(int index) {
        sections[index]++;
        Arrays.fill(sections, index + 1, sections.length, 0);
        inSection = true;
    }

    String item() {
        return give("i" + ++items);
    }

    /** The anchor of the {@code number}th item of the lists within the block {@code parent}. */
    String within(String parent, int number) {
        return give(parent + "-" + number);
    }

    String other() {
        return give("p" + ++others);
    }

    private String give(String anchor) {
        given.add(anchor);
        return anchor;
    }
}
