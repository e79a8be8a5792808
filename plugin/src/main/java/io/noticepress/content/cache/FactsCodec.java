package io.noticepress.content.cache;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.frontmatter.StringPool;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.Translation;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Problem;
import io.noticepress.store.codec.BinaryCodecs;
import io.noticepress.store.codec.RecordCodec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The facts of a notice as bytes, to be kept between runs under the same settings: issuers, topics, kinds and languages are
 * stored by their keys. Safe for use by several threads.
 */
final class FactsCodec {
    /** What is stored of a notice's facts; the rest follows from its files. */
    private record StoredFacts(boolean draft, List<StoredText> texts, List<Problem> problems, Notice notice) {}

    /** What is stored of a {@link BodySource}. */
    private record StoredText(SourceFile source, Language language, String title) {}

    private final RecordCodec<StoredFacts> codec;

    FactsCodec(Site site) {
        Map<String, Language> languages = new HashMap<>();
        site.languages().forEach(language -> languages.put(language.key(), language));
        StringPool pool = new StringPool();
        UnaryOperator<String> intern = pool::intern;
        UnaryOperator<List<String>> internAll = pool::intern;
        codec = new BinaryCodecs()
                .byKey(Issuer.class, Issuer::key, site.issuers())
                .byKey(Topic.class, Topic::key, site.topics())
                .byKey(DocumentKind.class, DocumentKind::code, site.kinds())
                .byKey(Language.class, Language::key, languages)
                .share(SourceFile.class)
                .onRead(DocumentNumber.class, "code", intern)
                .onRead(Edition.class, "recipients", internAll)
                .onRead(Edition.class, "cc", internAll)
                .onRead(Edition.class, "letterhead", intern)
                .onRead(Edition.class, "signatories", internAll)
                .onRead(Edition.class, "printOffice", intern)
                .onRead(Translation.class, "by", intern)
                .record(StoredFacts.class);
    }

    /** Writes facts of which there is a notice. */
    void encode(NoticeFacts facts, DataOutputStream out) throws IOException {
        List<StoredText> texts = new ArrayList<>();
        for (BodySource text : facts.texts()) {
            texts.add(new StoredText(text.source(), text.language(), text.title()));
        }
        StoredFacts stored = new StoredFacts(
                facts.draft(), texts, facts.problems(), facts.notice().orElseThrow());
        out.write(codec.encode(stored, known(facts.files())));
    }

    /** The facts of these files; nothing if they name something that this version does not know. */
    Optional<NoticeFacts> decode(NoticeFiles files, ByteBuffer in) {
        Optional<StoredFacts> decoded = codec.decode(in.array(), in.arrayOffset() + in.position(), known(files));
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        StoredFacts stored = decoded.get();
        Map<String, ImageSize> pictures = NoticeReader.pictureSizes(files, stored.notice());
        List<BodySource> texts = new ArrayList<>(stored.texts().size());
        for (StoredText text : stored.texts()) {
            texts.add(new BodySource(text.source(), text.language(), text.title(), stored.draft(), pictures));
        }
        return Optional.of(
                new NoticeFacts(files, Optional.of(stored.notice()), stored.draft(), texts, stored.problems()));
    }

    /** What the files of a notice say already: its slug, the keys of its languages, the paths of its editions. */
    private static Object[] known(NoticeFiles files) {
        List<String> languages = files.languages();
        Object[] known = new Object[1 + 2 * languages.size()];
        known[0] = files.slug();
        for (int i = 0; i < languages.size(); i++) {
            known[1 + 2 * i] = languages.get(i);
            known[2 + 2 * i] = files.editionPath(languages.get(i));
        }
        return known;
    }
}
