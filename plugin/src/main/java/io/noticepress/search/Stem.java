package io.noticepress.search;

/** English words without the s of the plural; section 2 of the specification. */
final class Stem {
    private Stem() {}

    static String of(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s") || !isPlain(word)) {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("sses")
                || word.endsWith("ches")
                || word.endsWith("shes")
                || word.endsWith("xes")
                || word.endsWith("zes")) {
            return word.substring(0, length - 2);
        }
        return word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") ? word : word.substring(0, length - 1);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
