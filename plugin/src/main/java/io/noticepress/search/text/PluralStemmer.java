package io.noticepress.search.text;

/**
 * Removes the plural ending of English words: {@code notices} becomes {@code notice}, {@code policies} {@code policy},
 * {@code boxes} {@code box}; {@code status} stays. Section 2 of {@code search.md}.
 */
final class PluralStemmer {
    private PluralStemmer() {}

    /** Removes the plural ending from a word in a buffer and returns the new length. */
    static int stripPlural(char[] word, int length) {
        if (length < 4 || word[length - 1] != 's' || !isAsciiWord(word, length)) {
            return length;
        }
        char secondLast = word[length - 2];
        char thirdLast = word[length - 3];
        if (secondLast == 'e') {
            if (thirdLast == 'i' && length > 4) {
                word[length - 3] = 'y';
                return length - 2;
            }
            char fourthLast = word[length - 4];
            boolean isSibilant = thirdLast == 'h' && (fourthLast == 'c' || fourthLast == 's')
                    || thirdLast == 's' && fourthLast == 's';
            return isSibilant || thirdLast == 'x' || thirdLast == 'z' ? length - 2 : length - 1;
        }
        return secondLast == 's' || secondLast == 'u' || secondLast == 'i' ? length : length - 1;
    }

    private static boolean isAsciiWord(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            if (word[i] < 'a' || word[i] > 'z') {
                return false;
            }
        }
        return true;
    }
}
