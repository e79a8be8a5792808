package io.noticepress.search;

import io.noticepress.model.Digest;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Issuer;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was said of a notice by which it is found, so that the next index knows where to look for it: its facts, its date of
 * issue, and which text it had.
 */
record Account(String issued, List<Fact> facts, SourceFile text) {
    /** A line that stands before the text. */
    record Fact(Weight.Field field, String line) {}

    /** What is said of a notice in a language but for its text. */
    static Account of(Notice notice, Language language) {
        Edition edition = notice.editionFor(language);
        List<Fact> facts = new ArrayList<>();
        notice.number()
                .map(DocumentNumber::printed)
                .ifPresent(printed -> facts.add(new Fact(Weight.Field.NUMBER, printed)));
        facts.add(new Fact(Weight.Field.TITLE, edition.title()));
        for (Issuer issuer : notice.issuers()) {
            facts.add(new Fact(Weight.Field.ISSUER, issuer.name().in(language)));
        }
        Stream.of(
                        List.of(edition.summary(), edition.letterhead(), edition.note()),
                        edition.recipients(),
                        edition.cc(),
                        edition.signatories())
                .flatMap(List::stream)
                .filter(words -> !words.isEmpty())
                .forEach(words -> facts.add(new Fact(Weight.Field.TEXT, words)));
        return new Account(notice.dates().issued().toString(), facts, edition.source());
    }

    byte[] bytes() {
        Bytes out = new Bytes(1 << 8);
        out.text(issued);
        out.text(text.path());
        out.raw(text.digest());
        out.number(facts.size());
        for (Fact fact : facts) {
            out.number(fact.field().ordinal());
            out.text(fact.line());
        }
        return out.take();
    }

    static Account read(Reader reader) {
        String issued = reader.text();
        SourceFile text = new SourceFile(reader.text(), 1, Digest.of(reader.raw(Digest.BYTES), 0));
        List<Fact> facts = new ArrayList<>();
        for (int left = reader.number(); left > 0; left--) {
            facts.add(new Fact(Weight.Field.values()[reader.number()], reader.text()));
        }
        return new Account(issued, facts, text);
    }
}
