package io.noticepress.search.text;

import java.util.Arrays;
import java.util.List;

/**
 * Splits text into tokens: overlapping pairs of Chinese characters, words, and numeric tokens. {@code 科技创新 Safety funds}
 * gives {@code 科技 技创 创新 新 safety fund}, as a Chinese character next to a word is also a term of its own. Section 2 of
 * {@code search.md}. For one thread.
 */
public final class Tokenizer {
    /** Receives tokens. */
    public interface TokenSink {
        /**
         * Receives a token.
         *
         * @param term a buffer that is reused; its first {@code length} units are the term
         * @param position of the token in the notice
         * @param linked whether it is a link of the line's token chain (section 2.1)
         */
        void token(char[] term, int length, int position, boolean linked);
    }

    private final NormalizedLine line;
    private char[] termBuffer = new char[1 << 6];
    private List<NumericToken> numerics = List.of();
    private int nextIndex;
    private NumericToken numeric = NumericToken.NONE;
    private int position;

    public Tokenizer(CharNormalizer charNormalizer) {
        this.line = new NormalizedLine(charNormalizer);
    }

    /** Sets the position of the next token. */
    public void moveTo(int at) {
        position = at;
    }

    /** The position of the next token. */
    public int position() {
        return position;
    }

    /**
     * Tokenizes a line. One position after the line stays empty, so that no phrase extends to the next one.
     *
     * @param single whether each Chinese character is also a token, not only those that stand alone or next to a word
     */
    public void tokenize(String text, boolean single, TokenSink tokenSink) {
        line.reset(text);
        numerics = NumericTokenizer.findAll(line);
        nextIndex = 0;
        nextNumeric();
        boolean afterWord = false;
        boolean separated = false;
        for (int i = 0; i < line.length(); ) {
            byte charClass = line.classAt(i);
            if (charClass == CharNormalizer.SPACE || charClass == CharNormalizer.HYPHEN) {
                i++;
                continue;
            }
            skipNumericsBefore(i);
            if (charClass == CharNormalizer.OTHER || charClass == CharNormalizer.APOSTROPHE) {
                separated |= i < numeric.start();
                i++;
                continue;
            }
            if (separated) {
                position++;
                afterWord = false;
                separated = false;
            }
            if (charClass == CharNormalizer.HAN) {
                i = tokenizeHan(i, single, afterWord, tokenSink);
                afterWord = false;
            } else {
                i = tokenizeWord(i, tokenSink);
                afterWord = true;
            }
        }
        position++;
    }

    /** Tokenizes a run of Chinese characters and returns its end. */
    private int tokenizeHan(int from, boolean single, boolean afterWord, TokenSink tokenSink) {
        int end = endOfHan(from);
        while (numeric.firstWord() >= from && numeric.end() <= end) { // a date in Chinese numerals
            emitTerm(numeric.term(), position + numeric.firstWord() - from, tokenSink);
            nextNumeric();
        }
        skipNumericsBefore(end);
        emitHan(from, end, single, afterWord, isBesideWord(end), tokenSink);
        position += end - from;
        return end;
    }

    /** Tokenizes a word and returns its end. */
    private int tokenizeWord(int from, TokenSink tokenSink) {
        if (numeric.firstWord() == from) {
            emitTerm(numeric.term(), position, tokenSink);
        }
        int end = endOfWord(from);
        emitWord(from, end, tokenSink);
        position++;
        return end;
    }

    /** Passes a term that is not from a line to the sink. */
    public void emitTerm(String term, int at, TokenSink tokenSink) {
        ensureCapacity(term.length());
        term.getChars(0, term.length(), termBuffer, 0);
        tokenSink.token(termBuffer, term.length(), at, false);
    }

    private void ensureCapacity(int length) {
        if (length > termBuffer.length) {
            termBuffer = Arrays.copyOf(termBuffer, length * 2);
        }
    }

    /** Moves on to the first numeric token that does not end before an index. */
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
            int length = Character.toChars(line.codePointAt(i), termBuffer, 0);
            boolean isAlone = to - from == 1 || i == from && afterWord || i == to - 1 && beforeWord;
            if (isAlone || single) {
                tokenSink.token(termBuffer, length, position + i - from, isAlone);
            }
            if (i + 1 < to) {
                int pairLength = length + Character.toChars(line.codePointAt(i + 1), termBuffer, length);
                tokenSink.token(termBuffer, pairLength, position + i - from, true);
            }
        }
    }

    private int endOfHan(int from) {
        int i = from;
        while (line.classAt(i) == CharNormalizer.HAN) {
            i++;
        }
        return i;
    }

    private boolean isBesideWord(int from) {
        for (int i = from; i < line.length(); i++) {
            byte charClass = line.classAt(i);
            if (isWord(charClass)) {
                return true;
            }
            boolean isPunctuation = charClass == CharNormalizer.OTHER || charClass == CharNormalizer.APOSTROPHE;
            if (charClass == CharNormalizer.HAN || isPunctuation && (i < numeric.start() || i >= numeric.end())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWord(byte charClass) {
        return charClass == CharNormalizer.LETTER || charClass == CharNormalizer.DIGIT;
    }

    private boolean isDigit(int i) {
        return line.classAt(i) == CharNormalizer.DIGIT;
    }

    private int endOfWord(int from) {
        int groupLength = 0;
        boolean onlyDigits = true;
        for (int i = from; ; i++) {
            byte charClass = line.classAt(i);
            if (isWord(charClass)) {
                onlyDigits &= charClass == CharNormalizer.DIGIT;
                groupLength++;
            } else if (charClass == CharNormalizer.APOSTROPHE && i > from && isWord(line.classAt(i + 1))) {
                onlyDigits = false;
            } else if (onlyDigits && line.codePointAt(i) == ',' && groupLength <= 3 && isThousandsGroup(i + 1)) {
                groupLength = 0;
            } else {
                return i;
            }
        }
    }

    private boolean isThousandsGroup(int i) {
        return isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isWord(line.classAt(i + 3));
    }

    private void emitWord(int from, int to, TokenSink tokenSink) {
        ensureCapacity((to - from) * 2);
        int length = 0;
        for (int i = from; i < to; i++) {
            if (isWord(line.classAt(i))) {
                length += Character.toChars(line.codePointAt(i), termBuffer, length);
            }
        }
        tokenSink.token(termBuffer, PluralStemmer.stripPlural(termBuffer, length), position, true);
    }
}
