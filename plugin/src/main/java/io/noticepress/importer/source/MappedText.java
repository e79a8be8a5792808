package io.noticepress.importer.source;

import java.util.Arrays;
import java.util.List;

/**
 * A text with the source offset of each of its chars.
 *
 * <p>Example: the source {@code 通 知} without its blank is {@code 通知} with the offsets 0 and 2.
 *
 * @param offsets offset of each char in the source; -1 for chars that are not in the source
 */
public record MappedText(String text, int[] offsets) {
    public static final MappedText EMPTY = new MappedText("", new int[0]);

    /** The source from an offset to another. */
    public static MappedText of(String source, int from, int to) {
        int[] offsets = new int[to - from];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = from + i;
        }
        return new MappedText(source.substring(from, to), offsets);
    }

    /** A text that is not in the source. */
    public static MappedText unmapped(String text) {
        int[] offsets = new int[text.length()];
        Arrays.fill(offsets, -1);
        return new MappedText(text, offsets);
    }

    /** Joins several texts. */
    public static MappedText concat(List<MappedText> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        int[] offsets = new int[text.length()];
        int from = 0;
        for (MappedText piece : pieces) {
            System.arraycopy(piece.offsets, 0, offsets, from, piece.length());
            from += piece.length();
        }
        return new MappedText(text.toString(), offsets);
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

    /** The same offsets with another character: a blank for a tab. */
    public MappedText withChar(char c) {
        return new MappedText(String.valueOf(c).repeat(length()), offsets);
    }

    /** The text without blanks, for comparing names. */
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
