package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import io.noticepress.model.DocumentNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a document number (GB/T 9704-2012, 7.2.5): brackets 〔〕, the year in full, no 第, no zero before the serial. */
final class DocNumberNormalizer {
    private static final String OPENING_BRACKETS = "[［【（(﹝〈❲„〔";
    private static final String CLOSING_BRACKETS = "]］】）)﹞〉❳‟〕";
    private static final Pattern IRREGULAR = Pattern.compile("(\\p{IsHan}{1,24}〔\\d{4}〕)(第?0*)([1-9]\\d{0,4})(号?)");
    private static final Pattern FULLY_BRACKETED = Pattern.compile("〔(\\d{4}年第[1-9]\\d{0,4}号|第[1-9]\\d{0,4}号)〕");
    private static final Pattern SERIAL = Pattern.compile("第[1-9]\\d{0,4}号");

    private DocNumberNormalizer() {}

    /** Whether a line is a document number, in its own form or one that can be mended. */
    static boolean isNumber(String line) {
        String plain = standardText(line);
        return !plain.startsWith("第")
                && (DocumentNumber.parse(plain).isPresent()
                        || IRREGULAR.matcher(plain).matches()
                        || FULLY_BRACKETED.matcher(plain).matches());
    }

    private static String standardText(String line) {
        StringBuilder out = new StringBuilder();
        line.chars().filter(c -> !isBlank((char) c)).forEach(c -> out.append(standardChar((char) c)));
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0';
    }

    private static char standardChar(char c) {
        return OPENING_BRACKETS.indexOf(c) >= 0
                ? '〔'
                : CLOSING_BRACKETS.indexOf(c) >= 0 ? '〕' : c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
    }

    /** The number in its proper form. A bare 第162号 is that of the order, announcement or notice named above it. */
    static MappedText normalized(MappedText printed, CharLedger charLedger, RecognisedDocument recognisedDocument) {
        MappedText shown = MappedText.EMPTY;
        for (int i = 0; i < printed.length(); i++) {
            MappedText letter = printed.sub(i, i + 1);
            char c = letter.text().charAt(0);
            if (isBlank(c)) {
                charLedger.assign(letter, Disposition.NUMBER_FORM);
            } else if (standardChar(c) != c) {
                charLedger.assign(letter, Disposition.NUMBER_FORM);
                shown = shown.plus(letter.withChar(standardChar(c)));
            } else {
                shown = shown.plus(letter);
            }
        }
        Matcher wrapped = FULLY_BRACKETED.matcher(shown.text());
        if (wrapped.matches()) {
            charLedger.assign(shown.sub(0, 1), Disposition.NUMBER_FORM);
            charLedger.assign(shown.sub(shown.length() - 1), Disposition.NUMBER_FORM);
            shown = shown.sub(1, shown.length() - 1);
        }
        Matcher loose = IRREGULAR.matcher(shown.text());
        if (loose.matches() && (!loose.group(2).isEmpty() || loose.group(4).isEmpty())) {
            String was = printed.text().strip();
            recognisedDocument.addRemark("字号原作“" + was + "”，已按规范改写。", "The number was printed \"" + was + "\".");
            charLedger.assign(shown.sub(loose.start(2), loose.end(2)), Disposition.NUMBER_FORM);
            MappedText serial = shown.sub(loose.start(3));
            shown = shown.sub(0, loose.end(1))
                    .plus(serial)
                    .plus(MappedText.unmapped(loose.group(4).isEmpty() ? "号" : ""));
        }
        return SERIAL.matcher(shown.text()).matches()
                ? MappedText.unmapped(recognisedDocument.letterhead.withoutBlanks())
                        .plus(shown)
                : shown;
    }
}
