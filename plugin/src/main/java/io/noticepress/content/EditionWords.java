package io.noticepress.content;

import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Language;
import io.noticepress.model.SourceFile;
import io.noticepress.model.Translation;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads what an edition says in words, whether it is the original or a translation. */
final class EditionWords {
    private final Pool pool;
    private final Problems problems;

    EditionWords(Pool pool, Problems problems) {
        this.pool = pool;
        this.problems = problems;
    }

    /** The edition; {@code usual} is its extent unless it says otherwise. */
    Edition read(Sheet sheet, Language language, SourceFile source, Optional<Translation> translation, Extent usual) {
        sheet.require("title");
        Optional<Scalar> title = sheet.text("title");
        Optional<Scalar> letterhead = sheet.text("letterhead");
        Optional<Scalar> note = sheet.prose("note");
        title.ifPresent(value -> SecretMark.check(value, problems));
        letterhead.ifPresent(value -> SecretMark.check(value, problems));
        note.ifPresent(value -> SecretMark.check(value, problems));
        Optional<Sheet> printed = sheet.map("printed");
        return new Edition(
                language,
                title.map(Scalar::text).orElse(""),
                sheet.prose("summary").map(Scalar::text).orElse(""),
                words(sheet.texts("recipients")),
                words(sheet.texts("cc")),
                letterhead.map(Scalar::text).map(pool::same).orElse(""),
                words(sheet.oneOrMore("signatories")),
                note.map(Scalar::text).orElse(""),
                printed.flatMap(inner -> inner.text("office"))
                        .map(Scalar::text)
                        .map(pool::same)
                        .orElse(""),
                extent(sheet, usual),
                translation,
                source);
    }

    private List<String> words(List<Scalar> values) {
        return pool.same(values.stream().map(Scalar::text).toList());
    }

    private static Extent extent(Sheet sheet, Extent usual) {
        Optional<Scalar> value = sheet.token("extent");
        if (value.isEmpty()) {
            return usual;
        }
        switch (value.get().text()) {
            case "full":
                return Extent.FULL;
            case "digest":
                return Extent.DIGEST;
            default:
                sheet.invalid(
                        value.get(),
                        Message.of(
                                "“extent”应是 full 或 digest，这里是“{0}”",
                                "\"extent\" should be full or digest, found \"{0}\"",
                                value.get().text()),
                        Message.of("全文写 full，摘编写 digest", "write full for the whole text, digest for a part of it"));
                return usual;
        }
    }
}
