package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.List;

/** Lists of names as documents have them: 各区科协、各市级学会； brackets hold together. */
final class NameListParser {
    private NameListParser() {}

    /** The names of a list; what separates them is accounted for. */
    static List<MappedText> parse(MappedText list, CharLedger charLedger) {
        List<MappedText> names = new ArrayList<>();
        boolean latin = list.text().codePoints().noneMatch(Character::isIdeographic);
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? '、' : list.text().charAt(i);
            depth += "（(《".indexOf(c) >= 0 ? 1 : "）)》".indexOf(c) >= 0 ? -1 : 0;
            boolean parts = "、，；。".indexOf(c) >= 0 || latin && ",;".indexOf(c) >= 0;
            if (i == list.length() || depth <= 0 && parts) {
                addTrimmed(list.sub(from, i), names, charLedger);
                if (i < list.length()) {
                    charLedger.assign(list.sub(i, i + 1), Disposition.SEPARATOR);
                }
                from = i + 1;
            }
        }
        return names;
    }

    private static void addTrimmed(MappedText raw, List<MappedText> names, CharLedger charLedger) {
        int start = 0;
        int end = raw.length();
        while (start < end && raw.text().charAt(start) == ' ') {
            start++;
        }
        while (end > start && " 。.：:".indexOf(raw.text().charAt(end - 1)) >= 0) {
            end--;
        }
        charLedger.assign(raw.sub(0, start), Disposition.SEPARATOR);
        charLedger.assign(raw.sub(end), Disposition.SEPARATOR);
        if (end > start) {
            names.add(charLedger.withoutStrayBlanks(raw.sub(start, end)));
        }
    }
}
