package io.noticepress.translation.diff;

import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.markdown.text.BlockText;
import io.noticepress.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Words that are compared with those of another language, and where they stand. */
public interface ComparedText {
    String text();

    /** Where a character stands. */
    Location at(int index);

    /** How many code points the range covers on its first line. */
    int width(int start, int end);

    /** Whether a character belongs to the number of a paragraph. */
    boolean isParagraphNumber(int index);

    /** The blocks of a text. */
    static List<ComparedText> of(List<BlockText> words) {
        List<ComparedText> pieces = new ArrayList<>();
        words.forEach(each -> pieces.add(new ComparedBlock(each.text(), each)));
        return pieces;
    }

    /** Several as one text. */
    static String joined(List<ComparedText> pieces) {
        return pieces.size() == 1
                ? pieces.get(0).text()
                : String.join("\n", pieces.stream().map(ComparedText::text).toList());
    }

    /** A block of a text. */
    record ComparedBlock(String text, BlockText words) implements ComparedText {
        @Override
        public Location at(int index) {
            return words.location(index);
        }

        @Override
        public int width(int start, int end) {
            return words.width(start, end);
        }

        @Override
        public boolean isParagraphNumber(int index) {
            return words.isInMarker(index);
        }
    }

    /** A title, whose place is looked up when it is needed. */
    record ComparedTitle(String text, Supplier<FieldLocation> location) implements ComparedText {
        @Override
        public Location at(int index) {
            return location.get().at();
        }

        @Override
        public int width(int start, int end) {
            return location.get().width();
        }

        @Override
        public boolean isParagraphNumber(int index) {
            return false;
        }
    }
}
