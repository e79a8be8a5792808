package io.noticepress.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was recognised of a document, as it grows. Strands of the source, and words drawn from them. */
final class RecognisedDocument {
    /** A document within it: the notice itself, an issued document, an annex. */
    record DocumentPart(MappedText title, List<LayoutRow> paragraphs) {}

    boolean isChinese = true;
    MappedText letterhead = MappedText.EMPTY;
    Optional<MappedText> number = Optional.empty();
    MappedText title = MappedText.EMPTY;
    List<MappedText> recipients = new ArrayList<>();
    List<MappedText> signatories = new ArrayList<>();
    Optional<LocalDate> issued = Optional.empty();
    /** The day of issue as a web page names it beside the document. */
    Optional<LocalDate> dateOutsideText = Optional.empty();

    Optional<LocalDate> published = Optional.empty();
    MappedText note = MappedText.EMPTY;
    /** Titles of annexes that are listed and not in the document. */
    final List<String> missingAnnexes = new ArrayList<>();
    /** Footnotes by their numbers. */
    final Map<String, MappedText> footnotes = new LinkedHashMap<>();

    List<MappedText> cc = new ArrayList<>();
    MappedText printingOffice = MappedText.EMPTY;
    Optional<LocalDate> printDate = Optional.empty();
    List<String> issuerKeys = new ArrayList<>();
    final List<DocumentPart> parts = new ArrayList<>();
    /** What an editor should know, in the document's language. */
    final List<String> remarks = new ArrayList<>();

    void addRemark(String zh, String en) {
        remarks.add(isChinese ? zh : en);
    }
}
