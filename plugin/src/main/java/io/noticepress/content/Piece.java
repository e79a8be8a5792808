package io.noticepress.content;

import io.noticepress.markdown.BlockText;
import io.noticepress.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Words that are compared with those of another language, and where they stand. */
interface Piece {
    String text();

    /** Where a character stands. */
    Location at(int index);

    /** How many code points the range covers on its first line. */
    int width(int start, int end);

    /** Whether a character belongs to the number of a paragraph. */
    boolean isMarker(int index);

    /** The blocks of a text. */
    static List<Piece> of(List<BlockText> words) {
        List<Piece> pieces = new ArrayList<>();
        words.forEach(each -> pieces.add(new Block(each.text(), each)));
        return pieces;
    }

    /** Several as one text. */
    static String joined(List<Piece> pieces) {
        return pieces.size() == 1
                ? pieces.get(0).text()
                : String.join("\n", pieces.stream().map(Piece::text).toList());
    }

    /** A block of a text. */
    record Block(String text, BlockText words) implements Piece {
        @Override
        public Location at(int index) {
            return words.location(index);
        }

        @Override
        public int width(int start, int end) {
            return words.width(start, end);
        }

        @Override
        public boolean isMarker(int index) {
            return words.isInMarker(index);
        }
    }

    /** A title, whose place is looked up when it is needed. */
    record Title(String text, Supplier<Place> place) implements Piece {
        @Override
        public Location at(int index) {
            return place.get().at();
        }

        @Override
        public int width(int start, int end) {
            return place.get().width();
        }

        @Override
        public boolean isMarker(int index) {
            return false;
        }
    }
}
