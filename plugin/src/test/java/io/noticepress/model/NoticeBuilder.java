package io.noticepress.model;

import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.Digest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Notices made by hand. */
public final class NoticeBuilder {
    public static final Language ZH = new Language("zh", "zh-CN", "中文", "公文", "");
    public static final Language EN = new Language("en", "en", "English", "Notices", "");

    private final String slug;
    private final LocalDate issued;
    private Optional<LocalDate> published = Optional.empty();
    private Optional<LocalDate> effective = Optional.empty();
    private Optional<LocalDate> expires = Optional.empty();
    private String issuer = "kx";
    private String topic = "talent";
    private String text = "text";
    private String title;
    private Optional<DocumentNumber> number = Optional.empty();
    private Optional<String> leadIssuer = Optional.empty();
    private List<String> basisFingerprints = List.of();
    private boolean translated;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    private NoticeBuilder(String slug, String issued) {
        this.slug = slug;
        this.issued = LocalDate.parse(issued);
        this.title = "关于" + slug + "的通知";
    }

    public static NoticeBuilder notice(String slug, String issued) {
        return new NoticeBuilder(slug, issued);
    }

    public NoticeBuilder publishedOn(String day) {
        published = Optional.of(LocalDate.parse(day));
        return this;
    }

    public NoticeBuilder effectiveFrom(String day) {
        effective = Optional.of(LocalDate.parse(day));
        return this;
    }

    public NoticeBuilder expiresOn(String day) {
        expires = Optional.of(LocalDate.parse(day));
        return this;
    }

    public NoticeBuilder issuedBy(String key) {
        issuer = key;
        return this;
    }

    public NoticeBuilder aboutTopic(String key) {
        topic = key;
        return this;
    }

    public NoticeBuilder withText(String words) {
        text = words;
        return this;
    }

    public NoticeBuilder withTitle(String words) {
        title = words;
        return this;
    }

    public NoticeBuilder withTranslation() {
        translated = true;
        return this;
    }

    /** Translated from a text with these fingerprints. */
    public NoticeBuilder translatedFrom(List<String> fingerprints) {
        translated = true;
        basisFingerprints = fingerprints;
        return this;
    }

    public NoticeBuilder withNumber(String printed) {
        number = Optional.of(DocumentNumber.parse(printed).orElseGet(() -> DocumentNumber.ofFreeText(printed)));
        return this;
    }

    /** Issued jointly: under the lead of another issuer. */
    public NoticeBuilder withLeadIssuer(String key) {
        leadIssuer = Optional.of(key);
        return this;
    }

    public NoticeBuilder withRelation(RelationType type, String other) {
        relations.add(new Relation(type, Optional.of(other), LocalizedText.NONE, ""));
        return this;
    }

    public NoticeBuilder withAttachment(Attachment attachment) {
        attachments.add(attachment);
        return this;
    }

    public Notice build() {
        Site site = sampleSite(10);
        Map<String, Edition> editions = new LinkedHashMap<>();
        editions.put("zh", edition(ZH, title, Optional.empty()));
        if (translated) {
            editions.put(
                    "en",
                    edition(
                            EN,
                            "Notice " + slug,
                            Optional.of(new Translation(Translation.State.REVIEWED, "", basisFingerprints))));
        }
        return new Notice(
                slug,
                number,
                site.kinds().get("tongzhi"),
                new NoticeDates(issued, published, Optional.empty(), effective, expires, Optional.empty()),
                Stream.concat(leadIssuer.stream(), Stream.of(issuer))
                        .map(site.issuers()::get)
                        .toList(),
                List.of(site.topics().get(topic)),
                attachments,
                relations,
                Optional.empty(),
                false,
                "zh",
                editions);
    }

    private Edition edition(Language language, String words, Optional<Translation> translation) {
        String path = "notices/" + issued.getYear() + "/" + slug + "." + language.key() + ".md";
        return new Edition(
                language,
                words,
                "",
                List.of(),
                List.of(),
                "",
                List.of(),
                "",
                "",
                Extent.FULL,
                translation,
                new SourceFile(path, 5, Digest.of(text)));
    }

    /** A site in two languages: the issuers kx, its office and that one's desk, and city; three topics, two of them within one. */
    public static Site sampleSite(int pageSize) {
        Map<String, Issuer> issuers = new LinkedHashMap<>();
        issuers.put("kx", new Issuer("kx", localized("科协", "Association"), List.of(), Optional.empty()));
        issuers.put("office", new Issuer("office", localized("办公室", "Office"), List.of(), Optional.of("kx")));
        issuers.put("desk", new Issuer("desk", localized("科室", "Desk"), List.of(), Optional.of("office")));
        issuers.put("city", new Issuer("city", localized("市政府", "City"), List.of(), Optional.empty()));
        Map<String, Topic> topics = new LinkedHashMap<>();
        topics.put("talent", new Topic("talent", localized("人才", "Talent"), Optional.empty()));
        topics.put("youth", new Topic("youth", localized("青少年", "Youth"), Optional.of("talent")));
        topics.put("safety", new Topic("safety", localized("安全", "Safety"), Optional.empty()));
        Map<String, DocumentKind> kinds = new LinkedHashMap<>();
        kinds.put("tongzhi", new DocumentKind("tongzhi", localized("通知", "Notice")));
        return new Site(
                "https://notices.example.org/",
                "bare",
                ZoneId.of("Asia/Shanghai"),
                pageSize,
                "en",
                localized("公文", "Notices"),
                LocalizedText.NONE,
                LocalizedText.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(ZH, EN),
                issuers,
                topics,
                kinds,
                Digest.of("site"));
    }

    private static LocalizedText localized(String zh, String en) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("zh", zh);
        words.put("en", en);
        return new LocalizedText(words);
    }
}
