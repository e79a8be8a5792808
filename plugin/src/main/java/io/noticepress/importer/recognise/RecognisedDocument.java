package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The elements recognised in a document; the steps of the recogniser fill them in. */
public final class RecognisedDocument {
    /** A part of the document: the notice itself, an issued document or an annex. */
    public record DocumentPart(MappedText title, List<LayoutRow> paragraphs) {}

    public boolean isChinese = true;
    public MappedText letterhead = MappedText.EMPTY;
    public Optional<MappedText> number = Optional.empty();
    public MappedText title = MappedText.EMPTY;
    public List<MappedText> recipients = new ArrayList<>();
    public List<MappedText> signatories = new ArrayList<>();
    public Optional<LocalDate> issued = Optional.empty();
    /** The date of issue that is above the text, or that a web page gives beside the document. */
    Optional<LocalDate> dateOutsideText = Optional.empty();

    public Optional<LocalDate> published = Optional.empty();
    public MappedText note = MappedText.EMPTY;
    /** Titles of annexes that are listed but not in the document. */
    public final List<String> missingAnnexes = new ArrayList<>();
    /** Footnotes by their numbers. */
    public final Map<String, MappedText> footnotes = new LinkedHashMap<>();

    public List<MappedText> cc = new ArrayList<>();
    public MappedText printingOffice = MappedText.EMPTY;
    public Optional<LocalDate> printDate = Optional.empty();
    public List<String> issuerKeys = new ArrayList<>();
    public final List<DocumentPart> parts = new ArrayList<>();
    /** Remarks for the editor, in the document's language. */
    public final List<String> remarks = new ArrayList<>();

    /** Adds a remark in the language of the document. */
    public void addRemark(String zh, String en) {
        remarks.add(isChinese ? zh : en);
    }
}
