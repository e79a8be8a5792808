package io.noticepress.importer.clean;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import io.noticepress.problem.HiddenChars;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cleans characters and assigns in the ledger what it removes or replaces: hidden characters, tabs, radicals, stray blanks.
 *
 * <p>Example: {@code 通 知} becomes {@code 通知}, the radical {@code ⽉} becomes {@code 月}.
 */
public final class CharCleaner {
    /** Radicals of the block 2E80 that NFKC does not change; RADICAL_IDEOGRAPHS has the ideographs of the same shape. */
    private static final String RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰";

    private static final String RADICAL_IDEOGRAPHS = "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙";

    private static final String HAN_OR_PUNCTUATION = "[\\p{IsHan}《》〈〉“”（）、，。：；]";
    private static final Pattern BLANKS_BESIDE_HAN = Pattern.compile(
            "(?<=" + HAN_OR_PUNCTUATION + ")[ \\u00A0\\u3000]+|[ \\u00A0\\u3000]+(?=" + HAN_OR_PUNCTUATION + ")");

    private final CharLedger charLedger;

    public CharCleaner(CharLedger charLedger) {
        this.charLedger = charLedger;
    }

    /** Removes hidden characters; replaces tabs, line feeds and no-break blanks by blanks, and radicals by ideographs. */
    public MappedText visible(MappedText words) {
        List<MappedText> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.length(); ) {
            int c = words.text().codePointAt(i);
            int next = i + Character.charCount(c);
            boolean isRadical = c >= 0x2F00 && c <= 0x2FDF || RADICALS.indexOf(c) >= 0;
            if (HiddenChars.isHidden(c) || c == '\t' || c == '\n' || c == 0xA0 || isRadical) {
                out.add(words.sub(from, i));
                from = next;
                if (c == 0xFEFF && words.offsets()[i] == 0) {
                    charLedger.assign(words.sub(i, next), Disposition.BYTE_ORDER_MARK);
                } else if (isRadical) {
                    charLedger.assign(words.sub(i, next), Disposition.RADICAL);
                    out.add(words.sub(i, next).withChar(unifiedIdeograph(c)));
                } else if (HiddenChars.isHidden(c)) {
                    charLedger.assign(words.sub(i, next), Disposition.HIDDEN_CHARACTER);
                } else {
                    charLedger.assign(words.sub(i, next), Disposition.BLANK);
                    out.add(words.sub(i, next).withChar(' '));
                }
            }
            i = next;
        }
        out.add(words.sub(from));
        return MappedText.concat(out);
    }

    /** Removes blanks at both ends. */
    public MappedText stripped(MappedText words) {
        int start = 0;
        int end = words.length();
        while (start < end && isBlank(words.text().charAt(start))) {
            start++;
        }
        while (end > start && isBlank(words.text().charAt(end - 1))) {
            end--;
        }
        charLedger.assign(words.sub(0, start), Disposition.LINE_EDGE);
        charLedger.assign(words.sub(end), Disposition.LINE_EDGE);
        return words.sub(start, end);
    }

    /** Removes the blanks beside Chinese characters from a name or a title. */
    public MappedText withoutStrayBlanks(MappedText words) {
        Matcher blanks = BLANKS_BESIDE_HAN.matcher(words.text());
        List<MappedText> out = new ArrayList<>();
        int from = 0;
        while (blanks.find()) {
            out.add(words.sub(from, blanks.start()));
            charLedger.assign(words.sub(blanks.start(), blanks.end()), Disposition.STRAY_SPACE);
            from = blanks.end();
        }
        out.add(words.sub(from));
        return MappedText.concat(out);
    }

    /** Removes stray blanks from a title, except between the issuers of a joint notice, which precede 关于. */
    public MappedText cleanTitle(MappedText title) {
        int about = Math.max(0, title.text().indexOf("关于"));
        int issuersEnd = about;
        while (issuersEnd > 0 && isSpace(title.text().charAt(issuersEnd - 1))) {
            issuersEnd--;
        }
        charLedger.assign(title.sub(issuersEnd, about), Disposition.STRAY_SPACE);
        return withSingleBlanks(title.sub(0, issuersEnd)).plus(withoutStrayBlanks(title.sub(about)));
    }

    /** Replaces several blanks in a row by the first of them. */
    public MappedText withSingleBlanks(MappedText names) {
        List<MappedText> out = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < names.length(); i++) {
            if (isSpace(names.text().charAt(i)) && isSpace(names.text().charAt(i - 1))) {
                out.add(names.sub(from, i));
                charLedger.assign(names.sub(i, i + 1), Disposition.SPACING);
                from = i + 1;
            }
        }
        out.add(names.sub(from));
        return MappedText.concat(out);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000';
    }

    private static boolean isBlank(char c) {
        return c == '\u3000' || Character.isWhitespace(c);
    }

    /** The ideograph of the shape of a radical: 月 for ⽉ (Unicode block 2F00). PDF writers confuse the two. */
    private static char unifiedIdeograph(int radical) {
        int index = RADICALS.indexOf(radical);
        return index >= 0
                ? RADICAL_IDEOGRAPHS.charAt(index)
                : Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC)
                        .charAt(0);
    }
}
