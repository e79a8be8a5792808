package io.noticepress.intake;

import io.noticepress.content.KindNames;

/** How a document begins below its number (GB/T 9704-2012, 7.3.1 and 7.3.2): title and recipients. */
final class Opening {
    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;
    private final KindNames kinds;

    Opening(Manuscript rows, Ledger ledger, Draft draft, KindNames kinds) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
        this.kinds = kinds;
    }

    void title() {
        if (!draft.title.isEmpty()) {
            return;
        }
        Strand title = Strand.NONE;
        Strand found = Strand.NONE;
        int end = rows.at();
        for (int i = rows.at(); i < Math.min(rows.size(), rows.at() + 6); i++) {
            Row row = rows.get(i);
            boolean stops = row.isTable()
                    || row.text().matches(".*[。；：:！？]")
                    || Idioms.ADOPTED.matcher(row.text()).matches()
                    || row.marker().isPresent()
                    || row.width() > 90
                    || row.text().matches(Idioms.DAY);
            if (stops) {
                break;
            }
            title = title.plus(title.isEmpty() ? Strand.NONE : Strand.typed(" "))
                    .plus(row.words());
            String plain = row.text().codePoints().anyMatch(Character::isIdeographic) ? title.compact() : title.text();
            if (kinds.ofTitle(plain).isPresent() && balanced(plain) && plain.length() > 3) {
                found = title;
                end = i + 1;
            }
        }
        rows.go(end);
        if (found.isEmpty() && kinds.ofTitle(draft.letterhead.compact()).isPresent()) {
            draft.title = draft.letterhead.at().length == 0 ? Strand.NONE : Strand.typed(draft.letterhead.text());
            draft.remark(
                    "标题系推定：来源没有标题，取自发文机关标志。", "The title is inferred: the source has none; it is the letterhead's.");
            return;
        }
        draft.title = ledger.title(found);
        draft.chinese = found.isEmpty() || found.text().codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean balanced(String text) {
        return text.chars().filter(c -> c == '《').count()
                == text.chars().filter(c -> c == '》').count();
    }

    void recipients() {
        Strand list = Strand.NONE;
        for (int i = rows.at(); i < Math.min(rows.size(), rows.at() + 8); i++) {
            Row row = rows.get(i);
            if (row.isTable() || row.text().matches(".*[。；].*") || row.marker().isPresent()) {
                return;
            }
            list = list.plus(row.words());
            if (row.text().matches(".*[：:]")) {
                String text = list.text();
                boolean names = !text.matches(".*(?:如下|以下|现将|为了|根据|按照|附件).*") && text.length() <= 400;
                if (names) {
                    int from = text.matches("(?i)(?:主送|To)\\s*[：:].*")
                            ? text.replace(':', '：').indexOf('：') + 1
                            : 0;
                    ledger.turn(list.sub(0, from), Fate.LABEL);
                    draft.recipients.addAll(Names.of(list.sub(from), ledger));
                    rows.go(i + 1);
                }
                return;
            }
            if (!row.full() && !row.text().matches(".*[、，,]")) {
                return;
            }
        }
    }
}
