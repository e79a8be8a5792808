package io.noticepress.importer.recognise;

import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the beginning of a letter in English: date, salutation and subject.
 *
 * <p>Example: {@code 5 April 2031}, {@code Dear colleagues,} and {@code Subject: Notice on Safety} give the date 2031-04-05 and
 * the title {@code Notice on Safety}.
 */
final class EnglishLetter {
    private static final Pattern SALUTATION =
            Pattern.compile("Dear .{1,60}[,:]?|To [Ww]hom [Ii]t [Mm]ay [Cc]oncern[,:]?");
    private static final Pattern SUBJECT = Pattern.compile("(?i)(?:subject|re)\\s*:\\s*(?<title>\\S.*)");
    private static final int HEAD_ROWS = 15;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final RecognisedDocument document;
    private final KindMatcher kinds;

    EnglishLetter(RowCursor rows, CharLedger charLedger, RecognisedDocument document, KindMatcher kinds) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.document = document;
        this.kinds = kinds;
    }

    /** Removes date and subject from the rows, if there is a salutation; returns the subject. */
    MappedText takeDateAndSubject() {
        MappedText title = MappedText.EMPTY;
        int salutation = findSalutation();
        for (int i = Math.min(rows.size() - 1, salutation + 2); salutation >= 0 && i >= 0; i--) {
            LayoutRow layoutRow = rows.get(i);
            Matcher subject = SUBJECT.matcher(layoutRow.text());
            boolean isLabelled = subject.matches();
            if (layoutRow.isTable() || layoutRow.isLong() || i == salutation) {
                continue;
            }
            if (i < salutation && layoutRow.text().matches(DateParser.DATE_REGEX)) {
                charLedger.assign(rows.remove(i).mappedText(), Disposition.DATE_FORM);
                document.dateOutsideText = DateParser.parse(layoutRow.text());
            } else if (title.isEmpty()
                    && (isLabelled
                            || !layoutRow.endsSentence()
                                    && kinds.byTitle(layoutRow.text()).isPresent())) {
                int from = isLabelled ? subject.start("title") : 0;
                charLedger.assign(layoutRow.mappedText().sub(0, from), Disposition.LABEL);
                title = rows.remove(i).mappedText().sub(from);
            }
        }
        return title;
    }

    /** Index of the salutation; -1 if there is none. */
    private int findSalutation() {
        for (int i = 0; i < Math.min(rows.size(), HEAD_ROWS) && !document.isChinese; i++) {
            if (SALUTATION.matcher(rows.get(i).text()).matches()) {
                return i;
            }
        }
        return -1;
    }
}
