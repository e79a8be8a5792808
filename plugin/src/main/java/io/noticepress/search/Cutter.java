package io.noticepress.search;

import java.util.List;

/** Cuts texts into tokens, as section 2 of the specification has it. For one thread. */
final class Cutter {
    /** Takes tokens: a term, and the position at which it stands. */
    interface Sink {
        void token(String term, int position);

        /** Takes two Chinese characters. */
        default void pair(int first, int second, int position) {
            token(term(first, second), position);
        }
    }

    private final Letters letters;
    private int[] text = new int[1 << 10];
    private int length;
    private List<Figure> figures = List.of();
    private int next;
    private int position;

    Cutter(Letters letters) {
        this.letters = letters;
    }

    /** Begins anew at a position. */
    void start(int at) {
        position = at;
    }

    /** The position of whatever comes next. */
    int position() {
        return position;
    }

    /**
     * Cuts a line. What follows stands apart from it.
     *
     * @param single whether each Chinese character is a token too, and not only those that stand alone or beside a word
     */
    void cut(String line, boolean single, Sink sink) {
        String normal = letters.joined(letters.normal(line));
        figures = Figure.in(normal);
        next = 0;
        read(normal);
        boolean afterWord = false;
        boolean apart = false;
        for (int i = 0; i < length; ) {
            Figure figure = figureAt(i);
            Letters.Class kind = letters.of(text[i]);
            if (kind == Letters.Class.SPACE || kind == Letters.Class.HYPHEN) {
                i++;
                continue;
            }
            if (kind == Letters.Class.OTHER || kind == Letters.Class.APOSTROPHE) {
                apart |= i < figure.start();
                i++;
                continue;
            }
            if (apart) {
                position++;
                afterWord = false;
                apart = false;
            }
            int end;
            if (kind == Letters.Class.HAN) {
                end = endOfHan(i);
                while (figure.first() >= i && figure.end() <= end) { // a date in numerals
                    sink.token(figure.term(), position + figure.first() - i);
                    figure = figureAt(figure.end());
                }
                figure = figureAt(end);
                han(i, end, single, afterWord, isBesideWord(end, figure), sink);
                position += end - i;
                afterWord = false;
            } else {
                if (figure.first() == i) {
                    sink.token(figure.term(), position);
                }
                end = endOfWord(i);
                sink.token(word(i, end), position++);
                afterWord = true;
            }
            i = end;
        }
        position++;
    }

    /** The first figure that does not end before a place. */
    private Figure figureAt(int i) {
        while (next < figures.size() && figures.get(next).end() <= i) {
            next++;
        }
        return next < figures.size() ? figures.get(next) : Figure.NONE;
    }

    private void read(String normal) {
        if (text.length < normal.length()) {
            text = new int[normal.length() * 2];
        }
        length = 0;
        for (int i = 0, c; i < normal.length(); i += Character.charCount(c)) {
            c = normal.codePointAt(i);
            text[length++] = c;
        }
    }

    private void han(int from, int to, boolean single, boolean afterWord, boolean beforeWord, Sink sink) {
        for (int i = from; i < to; i++) {
            boolean alone = single || to - from == 1 || i == from && afterWord || i == to - 1 && beforeWord;
            if (alone) {
                sink.token(new String(text, i, 1), position + i - from);
            }
            if (i + 1 < to) {
                sink.pair(text[i], text[i + 1], position + i - from);
            }
        }
    }

    /** The term of two Chinese characters. */
    static String term(int first, int second) {
        return new StringBuilder(4)
                .appendCodePoint(first)
                .appendCodePoint(second)
                .toString();
    }

    private int endOfHan(int from) {
        int i = from;
        while (i < length && letters.of(text[i]) == Letters.Class.HAN) {
            i++;
        }
        return i;
    }

    private boolean isBesideWord(int from, Figure figure) {
        for (int i = from; i < length; i++) {
            switch (letters.of(text[i])) {
                case LETTER, DIGIT -> {
                    return true;
                }
                case HAN -> {
                    return false;
                }
                case OTHER, APOSTROPHE -> {
                    if (i < figure.start() || i >= figure.end()) {
                        return false;
                    }
                }
                case SPACE, HYPHEN -> {
                    // neither parts a word from what stands before it
                }
            }
        }
        return false;
    }

    private boolean isWord(int i) {
        return i < length && (letters.of(text[i]) == Letters.Class.LETTER || isDigit(i));
    }

    private boolean isDigit(int i) {
        return i < length && letters.of(text[i]) == Letters.Class.DIGIT;
    }

    private int endOfWord(int from) {
        int i = from;
        int group = 0;
        boolean digits = true;
        while (i < length) {
            boolean joint = text[i] == '\'' && i > from && isWord(i + 1);
            boolean thousands = digits && text[i] == ',' && group <= 3 && isThousand(i + 1);
            if (!isWord(i) && !joint && !thousands) {
                break;
            }
            digits &= isDigit(i) || thousands;
            group = thousands ? 0 : group + 1;
            i++;
        }
        return i;
    }

    private boolean isThousand(int i) {
        return isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isWord(i + 3);
    }

    private String word(int from, int to) {
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (text[i] != '\'' && text[i] != ',') {
                word.appendCodePoint(text[i]);
            }
        }
        return Stem.of(word.toString());
    }
}
