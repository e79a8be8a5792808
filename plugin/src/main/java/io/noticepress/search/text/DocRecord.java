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
 * What the index contains of a notice, except for its text: fields and date of issue, and the source file of the text. Stored
 * with the index, so that the next build knows which terms a changed or removed notice had.
 *
 * @param issued ISO 8601: {@code 2030-04-15}
 */
public record DocRecord(String issued, List<FieldLine> fields, SourceFile source) {
    /** A line of a field, indexed before the text. */
    public record FieldLine(Bm25fWeight.IndexField field, String line) {}

    /** The record of a notice's edition in a language. */
    public static DocRecord of(Notice notice, Language language) {
        Edition edition = notice.editionFor(language);
        List<FieldLine> fields = new ArrayList<>();
        notice.number()
                .map(DocumentNumber::printed)
                .ifPresent(printed -> fields.add(new FieldLine(Bm25fWeight.IndexField.NUMBER, printed)));
        fields.add(new FieldLine(Bm25fWeight.IndexField.TITLE, edition.title()));
        for (Issuer issuer : notice.issuers()) {
            fields.add(
                    new FieldLine(Bm25fWeight.IndexField.ISSUER, issuer.name().in(language)));
        }
        Stream.of(
                        List.of(edition.summary(), edition.letterhead(), edition.note()),
                        edition.recipients(),
                        edition.cc(),
                        edition.signatories())
                .flatMap(List::stream)
                .filter(line -> !line.isEmpty())
                .forEach(line -> fields.add(new FieldLine(Bm25fWeight.IndexField.TEXT, line)));
        return new DocRecord(notice.dates().issued().toString(), fields, edition.source());
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
        List<FieldLine> fields = new ArrayList<>();
        for (int left = in.readNumber(); left > 0; left--) {
            fields.add(new FieldLine(Bm25fWeight.IndexField.values()[in.readNumber()], in.readText()));
        }
        return new DocRecord(issued, fields, text);
    }
}
