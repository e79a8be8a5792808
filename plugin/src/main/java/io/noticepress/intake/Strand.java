package io.noticepress.intake;

import java.util.Arrays;
import java.util.List;

/**
 * A text each of whose characters knows where in the source it comes from.
 *
 * @param at the place of each char in the source; -1 where it was not in the source
 */
record Strand(String text, int[] at) {
    static final Strand NONE = new Strand("", new int[0]);

    /** A stretch of the source. */
    static Strand of(String source, int from, int to) {
        int[] at = new int[to - from];
        for (int i = 0; i < at.length; i++) {
            at[i] = from + i;
        }
        return new Strand(source.substring(from, to), at);
    }

    /** Words that are not in the source. */
    static Strand typed(String text) {
        int[] at = new int[text.length()];
        Arrays.fill(at, -1);
        return new Strand(text, at);
    }

    /** Several in a row. */
    static Strand joined(List<Strand> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        int[] at = new int[text.length()];
        int from = 0;
        for (Strand piece : pieces) {
            System.arraycopy(piece.at, 0, at, from, piece.length());
            from += piece.length();
        }
        return new Strand(text.toString(), at);
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    Strand sub(int from, int to) {
        return new Strand(text.substring(from, to), Arrays.copyOfRange(at, from, to));
    }

    Strand sub(int from) {
        return sub(from, length());
    }

    Strand plus(Strand other) {
        return joined(List.of(this, other));
    }

    /** The same place in the source with another letter. */
    Strand as(char c) {
        return new Strand(String.valueOf(c).repeat(length()), at);
    }

    /** Without its blanks, which are nothing to compare names by. */
    String compact() {
        return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Strand strand && text.equals(strand.text) && Arrays.equals(at, strand.at);
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
