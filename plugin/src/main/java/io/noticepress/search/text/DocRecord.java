package io.noticepress.search.text;

import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.search.codec.ByteReader;
import io.noticepress.search.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was said of a notice by which it is found, so that the next index knows where to look for it: its facts, its date of
 * issue, and which text it had.
 */
public record DocRecord(String issued, List<FieldLine> fields, SourceFile source) {
    /** A line that stands before the text. */
    public record FieldLine(Bm25fWeight.IndexField field, String line) {}

    /** What is said of a notice in a language but for its text. */
    public static DocRecord of(Notice notice, Language language) {
        Edition edition = notice.editionFor(language);
        List<FieldLine> facts = new ArrayList<>();
        notice.number()
                .map(DocumentNumber::printed)
                .ifPresent(printed -> facts.add(new FieldLine(Bm25fWeight.IndexField.NUMBER, printed)));
        facts.add(new FieldLine(Bm25fWeight.IndexField.TITLE, edition.title()));
        for (Issuer issuer : notice.issuers()) {
            facts.add(new FieldLine(Bm25fWeight.IndexField.ISSUER, issuer.name().in(language)));
        }
        Stream.of(
                        List.of(edition.summary(), edition.letterhead(), edition.note()),
                        edition.recipients(),
                        edition.cc(),
                        edition.signatories())
                .flatMap(List::stream)
                .filter(words -> !words.isEmpty())
                .forEach(words -> facts.add(new FieldLine(Bm25fWeight.IndexField.TEXT, words)));
        return new DocRecord(notice.dates().issued().toString(), facts, edition.source());
    }

    public byte[] encode() {
        ByteWriter out = new ByteWriter(1 << 8);
        out.writeText(issued);
        out.writeText(source.path());
        out.writeBytes(source.digest());
        out.writeNumber(fields.size());
        for (FieldLine fieldLine : fields) {
            out.writeNumber(fieldLine.field().ordinal());
            out.writeText(fieldLine.line());
        }
        return out.takeBytes();
    }

    public static DocRecord read(ByteReader in) {
        String issued = in.readText();
        SourceFile text = new SourceFile(in.readText(), 1, in.readDigest());
        List<FieldLine> facts = new ArrayList<>();
        for (int left = in.readNumber(); left > 0; left--) {
            facts.add(new FieldLine(Bm25fWeight.IndexField.values()[in.readNumber()], in.readText()));
        }
        return new DocRecord(issued, facts, text);
    }
}
