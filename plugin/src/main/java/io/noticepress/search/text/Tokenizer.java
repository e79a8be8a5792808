package io.noticepress.search.text;

import java.util.Arrays;
import java.util.List;

/** Cuts texts into tokens, as section 2 of the specification has it. For one thread. */
public final class Tokenizer {
    /** Takes tokens. */
    public interface TokenSink {
        /**
         * Takes a token.
         *
         * @param term the first so many units of an array that is used again
         * @param position at which it stands
         * @param linked whether it is a link of the line's chain of tokens
         */
        void token(char[] term, int length, int position, boolean linked);
    }

    private final NormalizedLine normalizedLine;
    private char[] termBuffer = new char[1 << 6];
    private List<NumericToken> numerics = List.of();
    private int nextIndex;
    private NumericToken numeric = NumericToken.NONE;
    private int position;

    public Tokenizer(CharNormalizer charNormalizer) {
        this.normalizedLine = new NormalizedLine(charNormalizer);
    }

    /** Begins anew at a position. */
    public void moveTo(int at) {
        position = at;
    }

    /** The position of whatever comes next. */
    public int position() {
        return position;
    }

    /**
     * Cuts a line. What follows stands apart from it.
     *
     * @param single whether each Chinese character is a token too, and not only those that stand alone or beside a word
     */
    public void tokenize(String text, boolean single, TokenSink tokenSink) {
        normalizedLine.reset(text);
        numerics = NumericTokenizer.findAll(normalizedLine);
        nextIndex = 0;
        nextNumeric();
        boolean afterWord = false;
        boolean apart = false;
        for (int i = 0; i < normalizedLine.length(); ) {
            byte kind = normalizedLine.classAt(i);
            if (kind == CharNormalizer.SPACE || kind == CharNormalizer.HYPHEN) {
                i++;
                continue;
            }
            skipNumericsBefore(i);
            if (kind == CharNormalizer.OTHER || kind == CharNormalizer.APOSTROPHE) {
                apart |= i < numeric.start();
                i++;
                continue;
            }
            if (apart) {
                position++;
                afterWord = false;
                apart = false;
            }
            int end;
            if (kind == CharNormalizer.HAN) {
                end = endOfHan(i);
                while (numeric.firstWord() >= i && numeric.end() <= end) { // a date in numerals
                    emitTerm(numeric.term(), position + numeric.firstWord() - i, tokenSink);
                    nextNumeric();
                }
                skipNumericsBefore(end);
                emitHan(i, end, single, afterWord, isBesideWord(end), tokenSink);
                position += end - i;
                afterWord = false;
            } else {
                if (numeric.firstWord() == i) {
                    emitTerm(numeric.term(), position, tokenSink);
                }
                end = endOfWord(i);
                emitWord(i, end, tokenSink);
                position++;
                afterWord = true;
            }
            i = end;
        }
        position++;
    }

    /** Gives a term that no line holds to a sink, at the present position. */
    public void emitTerm(String whole, int at, TokenSink tokenSink) {
        ensureCapacity(whole.length());
        whole.getChars(0, whole.length(), termBuffer, 0);
        tokenSink.token(termBuffer, whole.length(), at, false);
    }

    private void ensureCapacity(int length) {
        if (length > termBuffer.length) {
            termBuffer = Arrays.copyOf(termBuffer, length * 2);
        }
    }

    /** Goes on to the first figure that does not end before a place. */
    private void skipNumericsBefore(int i) {
        while (numeric.end() <= i) {
            nextNumeric();
        }
    }

    private void nextNumeric() {
        numeric = nextIndex < numerics.size() ? numerics.get(nextIndex++) : NumericToken.NONE;
    }

    private void emitHan(int from, int to, boolean single, boolean afterWord, boolean beforeWord, TokenSink tokenSink) {
        for (int i = from; i < to; i++) {
            int length = Character.toChars(normalizedLine.codePointAt(i), termBuffer, 0);
            boolean alone = to - from == 1 || i == from && afterWord || i == to - 1 && beforeWord;
            if (alone || single) {
                tokenSink.token(termBuffer, length, position + i - from, alone);
            }
            if (i + 1 < to) {
                int both = length + Character.toChars(normalizedLine.codePointAt(i + 1), termBuffer, length);
                tokenSink.token(termBuffer, both, position + i - from, true);
            }
        }
    }

    private int endOfHan(int from) {
        int i = from;
        while (normalizedLine.classAt(i) == CharNormalizer.HAN) {
            i++;
        }
        return i;
    }

    private boolean isBesideWord(int from) {
        for (int i = from; i < normalizedLine.length(); i++) {
            byte kind = normalizedLine.classAt(i);
            if (isWord(kind)) {
                return true;
            }
            boolean mark = kind == CharNormalizer.OTHER || kind == CharNormalizer.APOSTROPHE;
            if (kind == CharNormalizer.HAN || mark && (i < numeric.start() || i >= numeric.end())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWord(byte kind) {
        return kind == CharNormalizer.LETTER || kind == CharNormalizer.DIGIT;
    }

    private boolean isDigit(int i) {
        return normalizedLine.classAt(i) == CharNormalizer.DIGIT;
    }

    private int endOfWord(int from) {
        int group = 0;
        boolean digits = true;
        for (int i = from; ; i++) {
            byte kind = normalizedLine.classAt(i);
            if (isWord(kind)) {
                digits &= kind == CharNormalizer.DIGIT;
                group++;
            } else if (kind == CharNormalizer.APOSTROPHE && i > from && isWord(normalizedLine.classAt(i + 1))) {
                digits = false;
            } else if (digits && normalizedLine.codePointAt(i) == ',' && group <= 3 && isThousandsGroup(i + 1)) {
                group = 0;
            } else {
                return i;
            }
        }
    }

    private boolean isThousandsGroup(int i) {
        return isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isWord(normalizedLine.classAt(i + 3));
    }

    private void emitWord(int from, int to, TokenSink tokenSink) {
        ensureCapacity((to - from) * 2);
        int length = 0;
        for (int i = from; i < to; i++) {
            if (isWord(normalizedLine.classAt(i))) {
                length += Character.toChars(normalizedLine.codePointAt(i), termBuffer, length);
            }
        }
        tokenSink.token(termBuffer, PluralStemmer.stripPlural(termBuffer, length), position, true);
    }
}
