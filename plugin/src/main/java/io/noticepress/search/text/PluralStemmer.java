package io.noticepress.search.text;

/** English words without the s of the plural; section 2 of the specification. */
final class PluralStemmer {
    private PluralStemmer() {}

    /** Takes the plural from a word of so many letters; says how many are left. */
    static int stripPlural(char[] word, int length) {
        if (length < 4 || word[length - 1] != 's' || !isAsciiWord(word, length)) {
            return length;
        }
        char before = word[length - 2];
        char third = word[length - 3];
        if (before == 'e') {
            if (third == 'i' && length > 4) {
                word[length - 3] = 'y';
                return length - 2;
            }
            char fourth = word[length - 4];
            boolean hissing = third == 'h' && (fourth == 'c' || fourth == 's') || third == 's' && fourth == 's';
            return hissing || third == 'x' || third == 'z' ? length - 2 : length - 1;
        }
        return before == 's' || before == 'u' || before == 'i' ? length : length - 1;
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
