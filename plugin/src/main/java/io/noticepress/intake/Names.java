package io.noticepress.intake;

import java.util.ArrayList;
import java.util.List;

/** Lists of names as documents have them: 各区科协、各市级学会； brackets hold together. */
final class Names {
    private Names() {}

    /** The names of a list; what separates them is accounted for. */
    static List<Strand> of(Strand list, Ledger ledger) {
        List<Strand> names = new ArrayList<>();
        boolean latin = list.text().codePoints().noneMatch(Character::isIdeographic);
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i == list.length() ? '、' : list.text().charAt(i);
            depth += "（(《".indexOf(c) >= 0 ? 1 : "）)》".indexOf(c) >= 0 ? -1 : 0;
            boolean parts = "、，；。".indexOf(c) >= 0 || latin && ",;".indexOf(c) >= 0;
            if (i == list.length() || depth <= 0 && parts) {
                add(list.sub(from, i), names, ledger);
                if (i < list.length()) {
                    ledger.turn(list.sub(i, i + 1), Fate.SEPARATOR);
                }
                from = i + 1;
            }
        }
        return names;
    }

    private static void add(Strand raw, List<Strand> names, Ledger ledger) {
        int start = 0;
        int end = raw.length();
        while (start < end && raw.text().charAt(start) == ' ') {
            start++;
        }
        while (end > start && " 。.：:".indexOf(raw.text().charAt(end - 1)) >= 0) {
            end--;
        }
        ledger.turn(raw.sub(0, start), Fate.SEPARATOR);
        ledger.turn(raw.sub(end), Fate.SEPARATOR);
        if (end > start) {
            names.add(ledger.tight(raw.sub(start, end)));
        }
    }
}
