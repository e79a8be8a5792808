package io.noticepress.translation.diff;

import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.markdown.text.BlockText;
import io.noticepress.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A text that is compared with one in another language, with the positions of its characters. */
public interface ComparedText {
    /** The text. */
    String text();

    /** The position of a character. */
    Location at(int index);

    /** The width of a range on its first line, in code points. */
    int width(int start, int end);

    /** Whether a character belongs to the number of a paragraph. */
    boolean isParagraphNumber(int index);

    /** The blocks of a text. */
    static List<ComparedText> of(List<BlockText> blocks) {
        List<ComparedText> texts = new ArrayList<>();
        blocks.forEach(each -> texts.add(new ComparedBlock(each.text(), each)));
        return texts;
    }

    /** Several texts as one, joined by line breaks. */
    static String joined(List<ComparedText> texts) {
        return texts.size() == 1
                ? texts.get(0).text()
                : String.join("\n", texts.stream().map(ComparedText::text).toList());
    }

    /** A block of a text. */
    record ComparedBlock(String text, BlockText block) implements ComparedText {
        @Override
        public Location at(int index) {
            return block.location(index);
        }

        @Override
        public int width(int start, int end) {
            return block.width(start, end);
        }

        @Override
        public boolean isParagraphNumber(int index) {
            return block.isInMarker(index);
        }
    }

    /** A title, whose position is looked up when it is needed. */
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
