package io.noticepress.content.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.store.codec.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsCodecTest {
    private static final Site SITE = SiteReader.read(ContentFolder.of(Path.of("../content"), "content"), new Problems())
            .orElseThrow();
    private static final NoticeFiles FILES =
            new NoticeFiles("2030", "kx-2030-6", List.of("zh", "en"), List.of("附件1.docx"));

    private final FactsCodec codec = new FactsCodec(SITE);

    @Test
    void anyFactsRoundTrip() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            NoticeFacts facts = facts(seed);
            assertThat(decode(encode(facts))).as("seed " + seed).contains(facts);
        }
    }

    @Test
    void aTextAndItsEditionShareTheirSourceAndTitle() throws IOException {
        Notice random = notice(records(1));
        Edition edition = random.editions().values().stream().findFirst().orElseThrow();
        String title = "关于" + edition.title();
        Edition named = new Edition(
                edition.language(),
                title,
                edition.summary(),
                edition.recipients(),
                edition.cc(),
                edition.letterhead(),
                edition.signatories(),
                edition.note(),
                edition.printOffice(),
                edition.extent(),
                edition.translation(),
                edition.source());
        Notice notice = withEditions(random, Map.of(edition.language().key(), named));
        BodySource text = new BodySource(edition.source(), edition.language(), title, false, Map.of());
        NoticeFacts facts = new NoticeFacts(FILES, Optional.of(notice), false, List.of(text), List.of());
        NoticeFacts decoded = decode(encode(facts)).orElseThrow();
        Edition decodedEdition =
                decoded.notice().orElseThrow().editions().values().iterator().next();
        assertThat(decoded.texts().get(0).source()).isSameAs(decodedEdition.source());
        assertThat(decoded.texts().get(0).title()).isSameAs(decodedEdition.title());
    }

    @Test
    void anUnknownEnumNameMakesTheEntryVoid() throws IOException {
        Notice notice = notice(records(1));
        NoticeFacts facts = new NoticeFacts(FILES, Optional.of(notice), false, List.of(), List.of());
        String extent = notice.editions().values().iterator().next().extent().name();
        byte[] bytes = encode(facts);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = raw.lastIndexOf(extent);
        assertThat(at).isPositive();
        bytes[at] = 'Q';
        assertThat(decode(bytes)).isEmpty();
    }

    @Test
    void anUnknownKeyMakesTheEntryVoid() throws IOException {
        Site other = new Site(
                SITE.baseUrl(),
                SITE.theme(),
                SITE.timeZone(),
                SITE.pageSize(),
                SITE.messages(),
                SITE.publisher(),
                SITE.contact(),
                SITE.footer(),
                SITE.siteIdCode(),
                SITE.icp(),
                SITE.policeRecord(),
                SITE.languages(),
                SITE.issuers(),
                SITE.topics(),
                Map.of(),
                SITE.digest());
        NoticeFacts facts = facts(1);
        assertThat(new FactsCodec(other).decode(FILES, ByteBuffer.wrap(encode(facts))))
                .isEmpty();
    }

    private byte[] encode(NoticeFacts facts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.encode(facts, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private Optional<NoticeFacts> decode(byte[] bytes) {
        return codec.decode(FILES, ByteBuffer.wrap(bytes));
    }

    private static RandomRecords records(long seed) {
        return new RandomRecords(seed)
                .choosing(Issuer.class, List.copyOf(SITE.issuers().values()))
                .choosing(Topic.class, List.copyOf(SITE.topics().values()))
                .choosing(DocumentKind.class, List.copyOf(SITE.kinds().values()))
                .choosing(Language.class, SITE.languages());
    }

    private static NoticeFacts facts(long seed) {
        RandomRecords records = records(seed);
        Notice notice = notice(records);
        Map<String, ImageSize> pictures = NoticeReader.pictureSizes(FILES, notice);
        List<BodySource> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (long i = 0; i < seed % 3; i++) {
            Language language = SITE.languages().get((int) i % SITE.languages().size());
            texts.add(
                    new BodySource(records.next(SourceFile.class), language, records.text(), seed % 2 == 0, pictures));
            problems.add(records.next(Problem.class));
        }
        return new NoticeFacts(FILES, Optional.of(notice), seed % 2 == 0, texts, problems);
    }

    /** A notice of {@link #FILES} with at least one edition. */
    private static Notice notice(RandomRecords records) {
        Notice random = records.next(Notice.class);
        Edition edition = records.next(Edition.class);
        return withEditions(random, Map.of(edition.language().key(), edition));
    }

    private static Notice withEditions(Notice notice, Map<String, Edition> editions) {
        return new Notice(
                FILES.slug(),
                notice.number(),
                notice.kind(),
                notice.dates(),
                notice.issuers(),
                notice.topics(),
                notice.attachments(),
                notice.relations(),
                notice.source(),
                notice.draft(),
                notice.original(),
                editions);
    }
}
