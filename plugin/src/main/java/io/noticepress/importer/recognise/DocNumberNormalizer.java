package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import io.noticepress.model.DocumentNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a document number into the form of GB/T 9704-2012, 7.2.5: brackets 〔〕, no 第, no leading zeros, no blanks.
 *
 * <p>Example: {@code 示府发[2031] 第08号} becomes {@code 示府发〔2031〕8号}.
 */
final class DocNumberNormalizer {
    private static final String OPENING_BRACKETS = "[［【（(﹝〈❲„〔";
    private static final String CLOSING_BRACKETS = "]］】）)﹞〉❳‟〕";
    private static final Pattern IRREGULAR = Pattern.compile("(\\p{IsHan}{1,24}〔\\d{4}〕)(第?0*)([1-9]\\d{0,4})(号?)");
    private static final Pattern FULLY_BRACKETED = Pattern.compile("〔(\\d{4}年第[1-9]\\d{0,4}号|第[1-9]\\d{0,4}号)〕");
    private static final Pattern SERIAL = Pattern.compile("第[1-9]\\d{0,4}号");

    private DocNumberNormalizer() {}

    /** Whether a line is a document number, in the standard form or in one that can be normalised. */
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

    /** The number in the standard form. A bare 第162号 is preceded by the letterhead above it: 示例省人民政府令第162号. */
    static MappedText normalized(MappedText source, CharLedger charLedger, RecognisedDocument recognisedDocument) {
        MappedText number = MappedText.EMPTY;
        for (int i = 0; i < source.length(); i++) {
            MappedText character = source.sub(i, i + 1);
            char c = character.text().charAt(0);
            if (isBlank(c)) {
                charLedger.assign(character, Disposition.NUMBER_FORM);
            } else if (standardChar(c) != c) {
                charLedger.assign(character, Disposition.NUMBER_FORM);
                number = number.plus(character.withChar(standardChar(c)));
            } else {
                number = number.plus(character);
            }
        }
        Matcher bracketed = FULLY_BRACKETED.matcher(number.text());
        if (bracketed.matches()) {
            charLedger.assign(number.sub(0, 1), Disposition.NUMBER_FORM);
            charLedger.assign(number.sub(number.length() - 1), Disposition.NUMBER_FORM);
            number = number.sub(1, number.length() - 1);
        }
        Matcher irregular = IRREGULAR.matcher(number.text());
        if (irregular.matches()
                && (!irregular.group(2).isEmpty() || irregular.group(4).isEmpty())) {
            String original = source.text().strip();
            recognisedDocument.addRemark(
                    "字号原作“" + original + "”，已按规范改写。", "The number was printed \"" + original + "\".");
            charLedger.assign(number.sub(irregular.start(2), irregular.end(2)), Disposition.NUMBER_FORM);
            MappedText serial = number.sub(irregular.start(3));
            number = number.sub(0, irregular.end(1))
                    .plus(serial)
                    .plus(MappedText.unmapped(irregular.group(4).isEmpty() ? "号" : ""));
        }
        return SERIAL.matcher(number.text()).matches()
                ? MappedText.unmapped(recognisedDocument.letterhead.withoutBlanks())
                        .plus(number)
                : number;
    }
}
