package io.noticepress.intake;

import io.noticepress.problem.HiddenChars;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Letters as they are read: nothing that cannot be seen, tabs as blanks, radicals as the characters they look like. */
final class Letters {
    /** Radicals of block 2E80 whose normal form is themselves, and the characters they look like. */
    private static final String SUPPLEMENT = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰";

    private static final String UNIFIED = "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙";

    private final Ledger ledger;

    Letters(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The words without what cannot be seen. */
    Strand seen(Strand words) {
        List<Strand> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.length(); ) {
            int c = words.text().codePointAt(i);
            int next = i + Character.charCount(c);
            boolean radical = c >= 0x2F00 && c <= 0x2FDF || SUPPLEMENT.indexOf(c) >= 0;
            if (HiddenChars.isHidden(c) || c == '\t' || c == '\n' || c == 0xA0 || radical) {
                out.add(words.sub(from, i));
                from = next;
                if (c == 0xFEFF && words.at()[i] == 0) {
                    ledger.turn(words.sub(i, next), Fate.BYTE_ORDER_MARK);
                } else if (radical) {
                    ledger.turn(words.sub(i, next), Fate.RADICAL);
                    out.add(words.sub(i, next).as(unified(c)));
                } else if (HiddenChars.isHidden(c)) {
                    ledger.turn(words.sub(i, next), Fate.HIDDEN_CHARACTER);
                } else {
                    ledger.turn(words.sub(i, next), Fate.BLANK);
                    out.add(words.sub(i, next).as(' '));
                }
            }
            i = next;
        }
        out.add(words.sub(from));
        return Strand.joined(out);
    }

    /** The words without the blanks at their edges. */
    Strand stripped(Strand words) {
        int start = 0;
        int end = words.length();
        while (start < end && isBlank(words.text().charAt(start))) {
            start++;
        }
        while (end > start && isBlank(words.text().charAt(end - 1))) {
            end--;
        }
        ledger.turn(words.sub(0, start), Fate.LINE_EDGE);
        ledger.turn(words.sub(end), Fate.LINE_EDGE);
        return words.sub(start, end);
    }

    private static boolean isBlank(char c) {
        return c == '\u3000' || Character.isWhitespace(c);
    }

    /** The character that looks like a radical: 月 for ⽉ (Unicode, block 2F00), as makers of PDF files confuse the two. */
    private static char unified(int radical) {
        int place = SUPPLEMENT.indexOf(radical);
        return place >= 0
                ? UNIFIED.charAt(place)
                : Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC)
                        .charAt(0);
    }
}
