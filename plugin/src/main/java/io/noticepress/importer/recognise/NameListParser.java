package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.CharCleaner;
import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses lists of names; separators within brackets do not count.
 *
 * <p>Example: {@code 各区科协、市级学会（协会、研究会）：} gives {@code 各区科协} and {@code 市级学会（协会、研究会）}.
 */
final class NameListParser {
    private NameListParser() {}

    /** The names of a list; assigns their separators in the ledger. */
    static List<MappedText> parse(MappedText list, CharLedger charLedger) {
        List<MappedText> names = new ArrayList<>();
        boolean isLatin = list.text().codePoints().noneMatch(Character::isIdeographic);
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? '、' : list.text().charAt(i);
            depth += "（(《".indexOf(c) >= 0 ? 1 : "）)》".indexOf(c) >= 0 ? -1 : 0;
            boolean isSeparator = "、，；。".indexOf(c) >= 0 || isLatin && ",;".indexOf(c) >= 0;
            if (i == list.length() || depth <= 0 && isSeparator) {
                addTrimmed(list.sub(from, i), names, charLedger);
                if (i < list.length()) {
                    charLedger.assign(list.sub(i, i + 1), Disposition.SEPARATOR);
                }
                from = i + 1;
            }
        }
        return names;
    }

    private static void addTrimmed(MappedText item, List<MappedText> names, CharLedger charLedger) {
        int start = 0;
        int end = item.length();
        while (start < end && item.text().charAt(start) == ' ') {
            start++;
        }
        while (end > start && " 。.：:".indexOf(item.text().charAt(end - 1)) >= 0) {
            end--;
        }
        charLedger.assign(item.sub(0, start), Disposition.SEPARATOR);
        charLedger.assign(item.sub(end), Disposition.SEPARATOR);
        if (end > start) {
            names.add(new CharCleaner(charLedger).withoutStrayBlanks(item.sub(start, end)));
        }
    }
}
