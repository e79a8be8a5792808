package io.noticepress.importer.recognise;

import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.clean.ParagraphJoiner;
import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recognises the elements of an official document (GB/T 9704-2012, 7.2 to 7.4): letterhead, number, title, recipients, text,
 * signature, date, note, issued documents, annexes and colophon.
 *
 * <p>Each step removes its rows; what no step takes is the body.
 */
public final class DocumentRecogniser {
    private final RowCursor rows;
    private final CharLedger charLedger;
    private final KindMatcher kinds;
    private final Set<String> issuerNames;
    private final ParagraphJoiner paragraphJoiner;
    private final RecognisedDocument document = new RecognisedDocument();

    /**
     * A recogniser for the rows of one document.
     *
     * @param isWrapped whether the lines of the source are wrapped
     * @param issuerNames names of the site's issuers, without white space and in lower case
     */
    public DocumentRecogniser(
            List<LayoutRow> rows,
            boolean isWrapped,
            boolean isChinese,
            CharLedger charLedger,
            KindMatcher kinds,
            Set<String> issuerNames) {
        this.rows = new RowCursor(rows);
        this.document.isChinese = isChinese;
        new WebBoilerplate(this.rows, charLedger, document).remove();
        this.charLedger = charLedger;
        this.kinds = kinds;
        this.issuerNames = issuerNames;
        this.paragraphJoiner = ParagraphJoiner.of(this.rows.slice(0, this.rows.size()), isWrapped);
    }

    /** Runs all steps, in the order in which they depend on each other. */
    public RecognisedDocument recognise() {
        new Colophon(rows, charLedger, document).take();
        MappedText subject = new EnglishLetter(rows, charLedger, document, kinds).takeDateAndSubject();
        new Masthead(rows, charLedger, document, issuerNames).take();
        document.title = document.title.isEmpty() ? subject : document.title;
        TitleAndRecipients titleAndRecipients = new TitleAndRecipients(rows, charLedger, document, kinds);
        titleAndRecipients.takeTitle();
        SignatureAndDate signatureAndDate = new SignatureAndDate(rows, charLedger, document, issuerNames);
        if (signatureAndDate.findDateRow() < 0) {
            titleAndRecipients.takeDate();
        }
        titleAndRecipients.takeRecipients();
        EnclosedDocuments enclosedDocuments = new EnclosedDocuments(rows, document, paragraphJoiner);
        int dateRow = signatureAndDate.findDateRow();
        int end = dateRow < 0
                ? enclosedDocuments.findFirstAnnex(rows.position())
                : signatureAndDate.takeDateAndSignature(dateRow);
        AnnexList annexes =
                AnnexList.of(rows.slice(rows.position(), dateRow < 0 ? signatureAndDate.takeValediction(end) : end));
        addBody(annexes);
        rows.moveTo(dateRow < 0 ? end : dateRow + 1);
        if (dateRow < 0) {
            signatureAndDate.inferDateFromAdoption();
            signatureAndDate.inferDateFromOutsideText();
        }
        signatureAndDate.takeNote();
        signatureAndDate.takeContacts();
        signatureAndDate.takeNote();
        enclosedDocuments.take(annexes.titles());
        document.missingAnnexes.addAll(annexes.missingFrom(document.parts));
        return document;
    }

    private void addBody(AnnexList annexes) {
        List<LayoutRow> paragraphs = new ArrayList<>(paragraphJoiner.paragraphs(annexes.before()));
        paragraphs.addAll(annexes.asParagraph());
        paragraphs.addAll(paragraphJoiner.paragraphs(annexes.after()));
        document.parts.add(new RecognisedDocument.DocumentPart(MappedText.EMPTY, paragraphs));
    }
}
