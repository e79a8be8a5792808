package io.noticepress.importer.source;

import java.util.Arrays;
import java.util.List;

/**
 * A text each of whose characters knows where in the source it comes from.
 *
 * @param offsets the place of each char in the source; -1 where it was not in the source
 */
public record MappedText(String text, int[] offsets) {
    public static final MappedText EMPTY = new MappedText("", new int[0]);

    /** A stretch of the source. */
    public static MappedText of(String source, int from, int to) {
        int[] at = new int[to - from];
        for (int i = 0; i < at.length; i++) {
            at[i] = from + i;
        }
        return new MappedText(source.substring(from, to), at);
    }

    /** Words that are not in the source. */
    public static MappedText unmapped(String text) {
        int[] at = new int[text.length()];
        Arrays.fill(at, -1);
        return new MappedText(text, at);
    }

    /** Several in a row. */
    public static MappedText concat(List<MappedText> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        int[] at = new int[text.length()];
        int from = 0;
        for (MappedText piece : pieces) {
            System.arraycopy(piece.offsets, 0, at, from, piece.length());
            from += piece.length();
        }
        return new MappedText(text.toString(), at);
    }

    public int length() {
        return text.length();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public MappedText sub(int from, int to) {
        return new MappedText(text.substring(from, to), Arrays.copyOfRange(offsets, from, to));
    }

    public MappedText sub(int from) {
        return sub(from, length());
    }

    public MappedText plus(MappedText other) {
        return concat(List.of(this, other));
    }

    /** The same place in the source with another letter. */
    public MappedText withChar(char c) {
        return new MappedText(String.valueOf(c).repeat(length()), offsets);
    }

    /** Without its blanks, which are nothing to compare names by. */
    public String withoutBlanks() {
        return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MappedText mappedText
                && text.equals(mappedText.text)
                && Arrays.equals(offsets, mappedText.offsets);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
