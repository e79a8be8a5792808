package io.noticepress.markdown;

import io.noticepress.problem.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The words of one block of a text as a reader sees them, each character with its place in the file. Its text is put
 * together when it is asked for.
 */
public final class Words {
    private final String anchor;
    private final String shape;
    private final int number;
    private final int start;
    private final List<Passage> passages;
    /** Where each passage begins in the text. */
    private final int[] starts;

    private final Places places;

    /** The words of the block that begins at the offset {@code start} of the body. */
    Words(String anchor, String shape, int number, int start, List<Passage> passages, Places places) {
        this.anchor = anchor;
        this.shape = shape;
        this.number = number;
        this.passages = List.copyOf(passages);
        this.start = start;
        this.starts = new int[passages.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + passages.get(i - 1).text().length() + 1;
        }
        this.places = places;
    }

    /** The anchor of the block; empty for the footnotes. */
    public String anchor() {
        return anchor;
    }

    /**
     * What kind of block it is: {@code d} the title of a document, {@code s2} a heading of level 2, {@code i} a numbered item,
     * {@code i+3} one with three numbered items within it, {@code t4} a table of four rows, {@code notes} the footnotes,
     * {@code p} anything else.
     */
    public String shape() {
        return shape;
    }

    /** Its number, typed or of a list; 0 if it has none. */
    public int number() {
        return number;
    }

    /** Paragraphs, cells and the like, each ended by a line break. */
    public String text() {
        StringBuilder text = new StringBuilder();
        passages.forEach(passage -> text.append(passage.text()).append('\n'));
        return text.toString();
    }

    /** Each paragraph, cell or the like on a line of its own: line breaks became blanks, or nothing between Chinese. */
    public List<String> lines(boolean chinese) {
        return passages.stream()
                .map(passage -> passage.plain(0, passage.text().length(), chinese))
                .toList();
    }

    /** Whether the character {@code index} of the text belongs to the number of a paragraph, such as 一、 or (2). */
    public boolean isMarker(int index) {
        int at = passage(index);
        return at >= 0
                && Marker.of(passages.get(at).text())
                        .map(marker -> index - starts[at] < marker.length())
                        .orElse(false);
    }

    /** Where the character {@code index} of the text stands; where the block begins if there is none. */
    public Location at(int index) {
        return places.at(offset(index));
    }

    /** How many code points the range covers on its first line, at least 1. */
    public int width(int from, int to) {
        return to <= from ? 1 : places.width(offset(from), offset(to - 1) + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words words
                && anchor.equals(words.anchor)
                && shape.equals(words.shape)
                && number == words.number
                && start == words.start
                && text().equals(words.text());
    }

    @Override
    public int hashCode() {
        return Objects.hash(anchor, shape, start);
    }

    private int offset(int index) {
        int at = passage(index);
        return at >= 0 && index - starts[at] < passages.get(at).text().length()
                ? passages.get(at).place(index - starts[at])
                : start;
    }

    /** The passage that the character {@code index} belongs to, -1 if there is none. */
    private int passage(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }
}
