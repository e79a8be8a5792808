package io.noticepress.search;

import java.util.Arrays;
import java.util.List;

/** Cuts texts into tokens, as section 2 of the specification has it. For one thread. */
final class Cutter {
    /** Takes tokens. */
    interface Sink {
        /**
         * Takes a token.
         *
         * @param term the first so many units of an array that is used again
         * @param position at which it stands
         * @param linked whether it is a link of the line's chain of tokens
         */
        void take(char[] term, int length, int position, boolean linked);
    }

    private final Line line;
    private char[] term = new char[1 << 6];
    private List<Figure> figures = List.of();
    private int next;
    private Figure figure = Figure.NONE;
    private int position;

    Cutter(Letters letters) {
        this.line = new Line(letters);
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
    void cut(String text, boolean single, Sink sink) {
        line.read(text);
        figures = Figures.in(line);
        next = 0;
        turn();
        boolean afterWord = false;
        boolean apart = false;
        for (int i = 0; i < line.length(); ) {
            byte kind = line.kind(i);
            if (kind == Letters.SPACE || kind == Letters.HYPHEN) {
                i++;
                continue;
            }
            pass(i);
            if (kind == Letters.OTHER || kind == Letters.APOSTROPHE) {
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
            if (kind == Letters.HAN) {
                end = endOfHan(i);
                while (figure.first() >= i && figure.end() <= end) { // a date in numerals
                    put(figure.term(), position + figure.first() - i, sink);
                    turn();
                }
                pass(end);
                han(i, end, single, afterWord, isBesideWord(end), sink);
                position += end - i;
                afterWord = false;
            } else {
                if (figure.first() == i) {
                    put(figure.term(), position, sink);
                }
                end = endOfWord(i);
                word(i, end, sink);
                position++;
                afterWord = true;
            }
            i = end;
        }
        position++;
    }

    /** Gives a term that no line holds to a sink, at the present position. */
    void put(String whole, int at, Sink sink) {
        room(whole.length());
        whole.getChars(0, whole.length(), term, 0);
        sink.take(term, whole.length(), at, false);
    }

    private void room(int length) {
        if (length > term.length) {
            term = Arrays.copyOf(term, length * 2);
        }
    }

    /** Goes on to the first figure that does not end before a place. */
    private void pass(int i) {
        while (figure.end() <= i) {
            turn();
        }
    }

    private void turn() {
        figure = next < figures.size() ? figures.get(next++) : Figure.NONE;
    }

    private void han(int from, int to, boolean single, boolean afterWord, boolean beforeWord, Sink sink) {
        for (int i = from; i < to; i++) {
            int length = Character.toChars(line.at(i), term, 0);
            boolean alone = to - from == 1 || i == from && afterWord || i == to - 1 && beforeWord;
            if (alone || single) {
                sink.take(term, length, position + i - from, alone);
            }
            if (i + 1 < to) {
                int both = length + Character.toChars(line.at(i + 1), term, length);
                sink.take(term, both, position + i - from, true);
            }
        }
    }

    private int endOfHan(int from) {
        int i = from;
        while (line.kind(i) == Letters.HAN) {
            i++;
        }
        return i;
    }

    private boolean isBesideWord(int from) {
        for (int i = from; i < line.length(); i++) {
            byte kind = line.kind(i);
            if (isWord(kind)) {
                return true;
            }
            boolean mark = kind == Letters.OTHER || kind == Letters.APOSTROPHE;
            if (kind == Letters.HAN || mark && (i < figure.start() || i >= figure.end())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWord(byte kind) {
        return kind == Letters.LETTER || kind == Letters.DIGIT;
    }

    private boolean isDigit(int i) {
        return line.kind(i) == Letters.DIGIT;
    }

    private int endOfWord(int from) {
        int group = 0;
        boolean digits = true;
        for (int i = from; ; i++) {
            byte kind = line.kind(i);
            if (isWord(kind)) {
                digits &= kind == Letters.DIGIT;
                group++;
            } else if (kind == Letters.APOSTROPHE && i > from && isWord(line.kind(i + 1))) {
                digits = false;
            } else if (digits && line.at(i) == ',' && group <= 3 && isThousand(i + 1)) {
                group = 0;
            } else {
                return i;
            }
        }
    }

    private boolean isThousand(int i) {
        return isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isWord(line.kind(i + 3));
    }

    private void word(int from, int to, Sink sink) {
        room((to - from) * 2);
        int length = 0;
        for (int i = from; i < to; i++) {
            if (isWord(line.kind(i))) {
                length += Character.toChars(line.at(i), term, length);
            }
        }
        sink.take(term, Stem.of(term, length), position, true);
    }
}
