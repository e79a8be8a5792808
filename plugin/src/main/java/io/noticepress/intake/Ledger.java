package io.noticepress.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What became of each character of a source. A character has one fate; to give it a second one is a mistake of this program. */
final class Ledger {
    /** A character that would have two fates. */
    static final class Contradiction extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final int place;

        private Contradiction(int place, String fates) {
            super("character " + place + " is both " + fates);
            this.place = place;
        }

        int place() {
            return place;
        }
    }

    private static final String BESIDE = "[\\p{IsHan}《》〈〉“”（）、，。：；]";
    private static final Pattern BLANKS =
            Pattern.compile("(?<=" + BESIDE + ")[ \\u00A0\\u3000]+|[ \\u00A0\\u3000]+(?=" + BESIDE + ")");

    private final String source;
    private final Fate[] fates;
    private final String[] fields;

    Ledger(String source) {
        this.source = source;
        this.fates = new Fate[source.length()];
        this.fields = new String[source.length()];
        java.util.Arrays.fill(fates, Fate.OPEN);
    }

    Fate fate(int at) {
        return fates[at];
    }

    int size() {
        return fates.length;
    }

    /** Where in the draft a character stands that is kept: {@code text} or a field. */
    Optional<String> field(int at) {
        return Optional.ofNullable(fields[at]);
    }

    /** How many characters stand in each field of the draft. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null && !isSecondHalf(i)) {
                places.merge(fields[i], 1, Integer::sum);
            }
        }
        return places;
    }

    private boolean isSecondHalf(int at) {
        return at > 0 && Character.isSurrogatePair(source.charAt(at - 1), source.charAt(at));
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

    /**
     * These characters stand in the draft, in a field or the text.
     *
     * @throws Contradiction if one of them was dropped, or stands elsewhere already
     */
    void keep(Strand strand, String field) {
        for (int i = 0; i < strand.length(); i++) {
            int place = strand.at()[i];
            if (place < 0) {
                continue;
            }
            if (fates[place] == Fate.OPEN && strand.text().charAt(i) == source.charAt(place)) {
                fates[place] = Fate.KEPT;
                fields[place] = field;
            } else if (!fates[place].group().equals("normalised")) {
                throw new Contradiction(place, fates[place] + " and in " + field);
            }
        }
    }

    /** What was normalised once may be normalised again, or dropped after all; nothing else has two fates. */
    private void give(int place, Fate fate) {
        boolean again = fates[place].group().equals("normalised") && fate != Fate.KEPT;
        if (fates[place] != Fate.OPEN && !again) {
            throw new Contradiction(place, fates[place] + " and " + fate);
        }
        fates[place] = fate;
    }

    /** A name, a title: without the blanks that stand beside Chinese characters. */
    Strand tight(Strand strand) {
        java.util.regex.Matcher blanks = BLANKS.matcher(strand.text());
        List<Strand> out = new ArrayList<>();
        int from = 0;
        while (blanks.find()) {
            out.add(strand.sub(from, blanks.start()));
            turn(strand.sub(blanks.start(), blanks.end()), Fate.STRAY_SPACE);
            from = blanks.end();
        }
        out.add(strand.sub(from));
        return Strand.joined(out);
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
        return single(title.sub(0, bodies)).plus(tight(title.sub(about)));
    }

    /** Names with one blank where several stand. */
    Strand single(Strand names) {
        List<Strand> out = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < names.length(); i++) {
            if (isBlank(names.text().charAt(i)) && isBlank(names.text().charAt(i - 1))) {
                out.add(names.sub(from, i));
                turn(names.sub(i, i + 1), Fate.SPACING);
                from = i + 1;
            }
        }
        out.add(names.sub(from));
        return Strand.joined(out);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u3000';
    }

    /** The first character from a place on without a fate; -1 if each has one. */
    int open(int from) {
        for (int i = from; i < fates.length; i++) {
            if (fates[i] == Fate.OPEN) {
                return i;
            }
        }
        return -1;
    }
}
