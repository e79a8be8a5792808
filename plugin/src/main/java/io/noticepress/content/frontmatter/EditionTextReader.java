package io.noticepress.content.frontmatter;

import io.noticepress.content.schema.FieldReader;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.SourceFile;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Language;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads the fields that both originals and translations have: title, recipients, note, summary … */
final class EditionTextReader {
    private final StringPool stringPool;
    private final Problems problems;

    EditionTextReader(StringPool stringPool, Problems problems) {
        this.stringPool = stringPool;
        this.problems = problems;
    }

    /** Reads an edition; {@code defaultExtent} is its extent if it states none. */
    Edition read(
            FieldReader fieldReader,
            Language language,
            SourceFile source,
            Optional<Translation> translation,
            Extent defaultExtent) {
        fieldReader.require("title");
        Optional<Scalar> title = fieldReader.text("title");
        Optional<Scalar> letterhead = fieldReader.text("letterhead");
        Optional<Scalar> note = fieldReader.prose("note");
        title.ifPresent(value -> SecrecyMarkCheck.check(value, problems));
        letterhead.ifPresent(value -> SecrecyMarkCheck.check(value, problems));
        note.ifPresent(value -> SecrecyMarkCheck.check(value, problems));
        Optional<FieldReader> printed = fieldReader.map("printed");
        return new Edition(
                language,
                title.map(Scalar::text).orElse(""),
                fieldReader.prose("summary").map(Scalar::text).orElse(""),
                internedTexts(fieldReader.texts("recipients")),
                internedTexts(fieldReader.texts("cc")),
                letterhead.map(Scalar::text).map(stringPool::intern).orElse(""),
                internedTexts(fieldReader.textsOrOne("signatories")),
                note.map(Scalar::text).orElse(""),
                printed.flatMap(inner -> inner.text("office"))
                        .map(Scalar::text)
                        .map(stringPool::intern)
                        .orElse(""),
                extent(fieldReader, defaultExtent),
                translation,
                source);
    }

    private List<String> internedTexts(List<Scalar> values) {
        return stringPool.intern(values.stream().map(Scalar::text).toList());
    }

    private static Extent extent(FieldReader fieldReader, Extent defaultExtent) {
        Optional<Scalar> value = fieldReader.textUnlessTodo("extent");
        if (value.isEmpty()) {
            return defaultExtent;
        }
        switch (value.get().text()) {
            case "full":
                return Extent.FULL;
            case "digest":
                return Extent.DIGEST;
            default:
                fieldReader.reportInvalid(
                        value.get(),
                        Message.of(
                                "“extent”应是 full 或 digest，这里是“{0}”",
                                "\"extent\" should be full or digest, found \"{0}\"",
                                value.get().text()),
                        Message.of("全文写 full，摘编写 digest", "write full for the whole text, digest for a part of it"));
                return defaultExtent;
        }
    }
}
