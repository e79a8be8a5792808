package io.noticepress.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What became of each character of a source. A character has one fate; to give it a second one is a mistake of this program. */
final class Ledger {
    private static final String BESIDE = "[\\p{IsHan}《》〈〉“”（）、，。：；]";
    private static final Pattern BLANKS =
            Pattern.compile("(?<=" + BESIDE + ")[ \\u00A0\\u3000]+|[ \\u00A0\\u3000]+(?=" + BESIDE + ")");

    private final String source;
    private final Fate[] fates;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    Ledger(String source) {
        this.source = source;
        this.fates = new Fate[source.length()];
        java.util.Arrays.fill(fates, Fate.OPEN);
    }

    Fate fate(int at) {
        return fates[at];
    }

    int size() {
        return fates.length;
    }

    /** How many characters stand in each field of the draft. */
    Map<String, Integer> places() {
        return places;
    }

    /** A stretch of the source that has no fate yet gets this one; what has one keeps it. */
    void settle(int from, int to, Fate fate) {
        for (int i = from; i < to; i++) {
            if (fates[i] == Fate.OPEN) {
                fates[i] = fate;
            }
        }
    }

    /** These characters do not stand in the draft as they are. */
    void turn(Strand strand, Fate fate) {
        for (int place : strand.at()) {
            if (place >= 0) {
                give(place, fate);
            }
        }
    }

    /** These characters stand in the draft, in a field or the text. */
    void keep(Strand strand, String field) {
        int kept = 0;
        for (int i = 0; i < strand.length(); i++) {
            int place = strand.at()[i];
            if (place < 0) {
                continue;
            }
            if (fates[place] == Fate.OPEN && strand.text().charAt(i) == source.charAt(place)) {
                fates[place] = Fate.KEPT;
                kept++;
            } else if (!fates[place].group().equals("normalised")) {
                throw new IllegalStateException("character " + place + " is both " + fates[place] + " and in " + field);
            }
        }
        places.merge(field, kept, Integer::sum);
    }

    /** What was normalised once may be normalised again, or dropped after all; nothing else has two fates. */
    private void give(int place, Fate fate) {
        boolean again = fates[place].group().equals("normalised") && fate != Fate.KEPT;
        if (fates[place] != Fate.OPEN && !again) {
            throw new IllegalStateException("character " + place + " is both " + fates[place] + " and " + fate);
        }
        fates[place] = fate;
    }

    /** A name, a title: without the blanks that stand beside Chinese characters. */
    Strand tight(Strand strand) {
        java.util.regex.Matcher blanks = BLANKS.matcher(strand.text());
        Strand out = Strand.NONE;
        int from = 0;
        while (blanks.find()) {
            out = out.plus(strand.sub(from, blanks.start()));
            turn(strand.sub(blanks.start(), blanks.end()), Fate.STRAY_SPACE);
            from = blanks.end();
        }
        return from == 0 ? strand : out.plus(strand.sub(from));
    }

    /** A title, in which blanks stand between the bodies of a joint notice only. */
    Strand title(Strand title) {
        int about = Math.max(0, title.text().indexOf("关于"));
        int bodies = about;
        while (bodies > 0
                && (title.text().charAt(bodies - 1) == ' ' || title.text().charAt(bodies - 1) == '\u3000')) {
            bodies--;
        }
        turn(title.sub(bodies, about), Fate.STRAY_SPACE);
        return title.sub(0, bodies).plus(tight(title.sub(about)));
    }

    /** Words without the blanks at their edges; tabs and breaks within become blanks. */
    Strand edged(Strand words) {
        int start = 0;
        int end = words.length();
        while (start < end && Character.isWhitespace(words.text().charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(words.text().charAt(end - 1))) {
            end--;
        }
        turn(words.sub(0, start), Fate.LINE_EDGE);
        turn(words.sub(end), Fate.LINE_EDGE);
        Strand out = Strand.NONE;
        for (int i = start; i < end; i++) {
            Strand letter = words.sub(i, i + 1);
            boolean blank = "\t\n\u00A0".contains(letter.text());
            if (blank) {
                turn(letter, Fate.BLANK);
            }
            out = out.plus(blank ? letter.as(' ') : letter);
        }
        return out;
    }

    /** The first character without a fate; -1 if each has one. */
    int open() {
        for (int i = 0; i < fates.length; i++) {
            if (fates[i] == Fate.OPEN) {
                return i;
            }
        }
        return -1;
    }
}
