package io.noticepress.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was recognised of a document, as it grows. Strands of the source, and words drawn from them. */
final class Draft {
    /** A document within it: the notice itself, an issued document, an annex. */
    record Part(Strand title, List<Row> paragraphs) {}

    boolean chinese = true;
    Strand letterhead = Strand.NONE;
    Optional<Strand> number = Optional.empty();
    Strand title = Strand.NONE;
    List<Strand> recipients = new ArrayList<>();
    List<Strand> signatories = new ArrayList<>();
    Optional<LocalDate> issued = Optional.empty();
    /** The day of issue as a web page names it beside the document. */
    Optional<LocalDate> dated = Optional.empty();

    Optional<LocalDate> published = Optional.empty();
    Strand note = Strand.NONE;
    /** Titles of annexes that are listed and not in the document. */
    final List<String> attachments = new ArrayList<>();
    /** Footnotes by their numbers. */
    final Map<String, Strand> notes = new LinkedHashMap<>();

    List<Strand> cc = new ArrayList<>();
    Strand office = Strand.NONE;
    Optional<LocalDate> printed = Optional.empty();
    List<String> issuers = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    /** What an editor should know, in the document's language. */
    final List<String> remarks = new ArrayList<>();

    void remark(String zh, String en) {
        remarks.add(chinese ? zh : en);
    }
}
