package io.noticepress.importer.account;

import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What became of each character of a source. A character has one fate; to give it a second one is a mistake of this program. */
public final class CharLedger {
    /** A character that would have two fates. */
    public static final class DispositionConflict extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final int offset;

        private DispositionConflict(int offset, String fates) {
            super("character " + offset + " is both " + fates);
            this.offset = offset;
        }

        public int offset() {
            return offset;
        }
    }

    private static final String HAN_OR_PUNCTUATION = "[\\p{IsHan}《》〈〉“”（）、，。：；]";
    private static final Pattern BLANKS_BESIDE_HAN = Pattern.compile(
            "(?<=" + HAN_OR_PUNCTUATION + ")[ \\u00A0\\u3000]+|[ \\u00A0\\u3000]+(?=" + HAN_OR_PUNCTUATION + ")");

    private final String source;
    private final Disposition[] dispositions;
    private final String[] fields;

    public CharLedger(String source) {
        this.source = source;
        this.dispositions = new Disposition[source.length()];
        this.fields = new String[source.length()];
        java.util.Arrays.fill(dispositions, Disposition.OPEN);
    }

    public Disposition disposition(int at) {
        return dispositions[at];
    }

    int size() {
        return dispositions.length;
    }

    /** Where in the draft a character stands that is kept: {@code text} or a field. */
    public Optional<String> field(int at) {
        return Optional.ofNullable(fields[at]);
    }

    /** How many characters stand in each field of the draft. */
    Map<String, Integer> keptPerField() {
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
    public void assignIfOpen(int from, int to, Disposition disposition) {
        for (int i = from; i < to; i++) {
            if (dispositions[i] == Disposition.OPEN) {
                dispositions[i] = disposition;
            }
        }
    }

    /** These characters do not stand in the draft as they are. */
    public void assign(MappedText mappedText, Disposition disposition) {
        for (int place : mappedText.offsets()) {
            if (place >= 0) {
                reassign(place, disposition);
            }
        }
    }

    /**
     * These characters stand in the draft, in a field or the text.
     *
     * @throws DispositionConflict if one of them was dropped, or stands elsewhere already
     */
    public void keep(MappedText mappedText, String field) {
        for (int i = 0; i < mappedText.length(); i++) {
            int place = mappedText.offsets()[i];
            if (place < 0) {
                continue;
            }
            if (dispositions[place] == Disposition.OPEN && mappedText.text().charAt(i) == source.charAt(place)) {
                dispositions[place] = Disposition.KEPT;
                fields[place] = field;
            } else if (!dispositions[place].group().equals("normalised")) {
                throw new DispositionConflict(place, dispositions[place] + " and in " + field);
            }
        }
    }

    /** What was normalised once may be normalised again, or dropped after all; nothing else has two fates. */
    private void reassign(int place, Disposition disposition) {
        boolean again = dispositions[place].group().equals("normalised") && disposition != Disposition.KEPT;
        if (dispositions[place] != Disposition.OPEN && !again) {
            throw new DispositionConflict(place, dispositions[place] + " and " + disposition);
        }
        dispositions[place] = disposition;
    }

    /** A name, a title: without the blanks that stand beside Chinese characters. */
    public MappedText withoutStrayBlanks(MappedText mappedText) {
        java.util.regex.Matcher blanks = BLANKS_BESIDE_HAN.matcher(mappedText.text());
        List<MappedText> out = new ArrayList<>();
        int from = 0;
        while (blanks.find()) {
            out.add(mappedText.sub(from, blanks.start()));
            assign(mappedText.sub(blanks.start(), blanks.end()), Disposition.STRAY_SPACE);
            from = blanks.end();
        }
        out.add(mappedText.sub(from));
        return MappedText.concat(out);
    }

    /** A title, in which blanks stand between the bodies of a joint notice only. */
    public MappedText cleanTitle(MappedText title) {
        int about = Math.max(0, title.text().indexOf("关于"));
        int bodies = about;
        while (bodies > 0
                && (title.text().charAt(bodies - 1) == ' ' || title.text().charAt(bodies - 1) == '\u3000')) {
            bodies--;
        }
        assign(title.sub(bodies, about), Disposition.STRAY_SPACE);
        return withSingleBlanks(title.sub(0, bodies)).plus(withoutStrayBlanks(title.sub(about)));
    }

    /** Names with one blank where several stand. */
    public MappedText withSingleBlanks(MappedText names) {
        List<MappedText> out = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < names.length(); i++) {
            if (isBlank(names.text().charAt(i)) && isBlank(names.text().charAt(i - 1))) {
                out.add(names.sub(from, i));
                assign(names.sub(i, i + 1), Disposition.SPACING);
                from = i + 1;
            }
        }
        out.add(names.sub(from));
        return MappedText.concat(out);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u3000';
    }

    /** The first character from a place on without a fate; -1 if each has one. */
    public int nextOpen(int from) {
        for (int i = from; i < dispositions.length; i++) {
            if (dispositions[i] == Disposition.OPEN) {
                return i;
            }
        }
        return -1;
    }
}
