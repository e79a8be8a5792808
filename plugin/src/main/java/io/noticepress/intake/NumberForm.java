package io.noticepress.intake;

import io.noticepress.model.DocumentNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a document number (GB/T 9704-2012, 7.2.5): brackets 〔〕, the year in full, no 第, no zero before the serial. */
final class NumberForm {
    private static final String OPEN = "[［【（(﹝〈❲„〔";
    private static final String CLOSE = "]］】）)﹞〉❳‟〕";
    private static final Pattern LOOSE = Pattern.compile("(\\p{IsHan}{1,24}〔\\d{4}〕)(第?0*)([1-9]\\d{0,4})(号?)");
    private static final Pattern WRAPPED = Pattern.compile("〔(\\d{4}年第[1-9]\\d{0,4}号|第[1-9]\\d{0,4}号)〕");
    private static final Pattern SERIAL = Pattern.compile("第[1-9]\\d{0,4}号");

    private NumberForm() {}

    /** Whether a line is a document number, in its own form or one that can be mended. */
    static boolean isNumber(String line) {
        String plain = plain(line);
        return !plain.startsWith("第")
                && (DocumentNumber.parse(plain).isPresent()
                        || LOOSE.matcher(plain).matches()
                        || WRAPPED.matcher(plain).matches());
    }

    private static String plain(String line) {
        StringBuilder out = new StringBuilder();
        line.chars().filter(c -> !isBlank((char) c)).forEach(c -> out.append(form((char) c)));
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0';
    }

    private static char form(char c) {
        return OPEN.indexOf(c) >= 0
                ? '〔'
                : CLOSE.indexOf(c) >= 0 ? '〕' : c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
    }

    /** The number in its proper form. A bare 第162号 is that of the order, announcement or notice named above it. */
    static Strand mended(Strand printed, Ledger ledger, Draft draft) {
        Strand shown = Strand.NONE;
        for (int i = 0; i < printed.length(); i++) {
            Strand letter = printed.sub(i, i + 1);
            char c = letter.text().charAt(0);
            if (isBlank(c)) {
                ledger.turn(letter, Fate.NUMBER_FORM);
            } else if (form(c) != c) {
                ledger.turn(letter, Fate.NUMBER_FORM);
                shown = shown.plus(letter.as(form(c)));
            } else {
                shown = shown.plus(letter);
            }
        }
        Matcher wrapped = WRAPPED.matcher(shown.text());
        if (wrapped.matches()) {
            ledger.turn(shown.sub(0, 1), Fate.NUMBER_FORM);
            ledger.turn(shown.sub(shown.length() - 1), Fate.NUMBER_FORM);
            shown = shown.sub(1, shown.length() - 1);
        }
        Matcher loose = LOOSE.matcher(shown.text());
        if (loose.matches() && (!loose.group(2).isEmpty() || loose.group(4).isEmpty())) {
            String was = printed.text().strip();
            draft.remark("字号原作“" + was + "”，已按规范改写。", "The number was printed \"" + was + "\".");
            ledger.turn(shown.sub(loose.start(2), loose.end(2)), Fate.NUMBER_FORM);
            Strand serial = shown.sub(loose.start(3));
            shown = shown.sub(0, loose.end(1))
                    .plus(serial)
                    .plus(Strand.typed(loose.group(4).isEmpty() ? "号" : ""));
        }
        return SERIAL.matcher(shown.text()).matches()
                ? Strand.typed(draft.letterhead.compact()).plus(shown)
                : shown;
    }
}
