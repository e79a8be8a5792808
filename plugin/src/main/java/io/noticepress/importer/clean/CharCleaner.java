package io.noticepress.importer.clean;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import io.noticepress.problem.HiddenChars;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Letters as they are read: nothing that cannot be seen, tabs as blanks, radicals as the characters they look like. */
public final class CharCleaner {
    /** Radicals of block 2E80 whose normal form is themselves, and the characters they look like. */
    private static final String RADICALS = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰";

    private static final String RADICAL_IDEOGRAPHS = "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙";

    private final CharLedger charLedger;

    public CharCleaner(CharLedger charLedger) {
        this.charLedger = charLedger;
    }

    /** The words without what cannot be seen. */
    public MappedText visible(MappedText words) {
        List<MappedText> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.length(); ) {
            int c = words.text().codePointAt(i);
            int next = i + Character.charCount(c);
            boolean radical = c >= 0x2F00 && c <= 0x2FDF || RADICALS.indexOf(c) >= 0;
            if (HiddenChars.isHidden(c) || c == '\t' || c == '\n' || c == 0xA0 || radical) {
                out.add(words.sub(from, i));
                from = next;
                if (c == 0xFEFF && words.offsets()[i] == 0) {
                    charLedger.assign(words.sub(i, next), Disposition.BYTE_ORDER_MARK);
                } else if (radical) {
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

    /** The words without the blanks at their edges. */
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

    private static boolean isBlank(char c) {
        return c == '\u3000' || Character.isWhitespace(c);
    }

    /** The character that looks like a radical: 月 for ⽉ (Unicode, block 2F00), as makers of PDF files confuse the two. */
    private static char unifiedIdeograph(int radical) {
        int place = RADICALS.indexOf(radical);
        return place >= 0
                ? RADICAL_IDEOGRAPHS.charAt(place)
                : Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC)
                        .charAt(0);
    }
}
