package io.noticepress.content.settings;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Slug;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.schema.FieldSet;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the settings: {@code site.yaml}, {@code issuers.yaml}, {@code topics.yaml}, {@code kinds.yaml}, {@code terms.yaml}. */
public final class SiteReader {
    /** The theme of a site whose settings name none. */
    public static final String DEFAULT_THEME = "official";

    private static final String SITE_FILE = "site.yaml";

    private final ContentFolder folder;
    private final Problems problems;
    private final FieldReader fieldReader;

    private SiteReader(ContentFolder folder, Problems problems, FieldReader fieldReader) {
        this.folder = folder;
        this.problems = problems;
        this.fieldReader = fieldReader;
    }

    /**
     * Reads the settings of a site. A wrong value is reported and replaced by its default, so that notices can still be checked.
     *
     * @return empty if nothing else can be checked: there is no {@code site.yaml}, no language, or a file is not YAML
     */
    public static Optional<Site> read(ContentFolder folder, Problems problems) {
        if (!folder.hasFile(SITE_FILE)) {
            problems.add(
                    ProblemCode.CONFIG_INVALID,
                    folder.displayPath(SITE_FILE),
                    Message.of("缺少 site.yaml", "site.yaml is missing"),
                    Message.of(
                            "建立这个文件，至少写：baseUrl: https://notices.example.org/ 和 languages: {zh: {tag: zh-CN, name: 中文, title: 通知}}",
                            "create it, with at least: baseUrl: https://notices.example.org/ and languages: {en: {tag: en, name: English, title: Notices}}"));
            return Optional.empty();
        }
        SettingsFile file = SettingsFile.read(folder, SITE_FILE, problems);
        return file.fieldReader(FieldSchemas.SITE, problems)
                .flatMap(fieldReader -> new SiteReader(folder, problems, fieldReader).site(file.digest()));
    }

    private Optional<Site> site(Digest digest) {
        UnknownFieldCheck.check(fieldReader);
        String baseUrl = baseUrl();
        List<Language> languages = languages();
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        TaxonomyReader names = new TaxonomyReader(folder, languages, problems);
        Optional<Map<String, Issuer>> issuers = names.issuers();
        Optional<Map<String, Topic>> topics = names.topics();
        Optional<Map<String, DocumentKind>> kinds = names.kinds();
        names.terms();
        LocalizedText publisher = localized("publisher", languages);
        Site site = new Site(
                baseUrl,
                theme(),
                timeZone(),
                pageSize(),
                messages(languages),
                publisher.isEmpty() ? siteTitles(languages) : publisher,
                localized("contact", languages),
                localized("footer", languages),
                siteIdCode(),
                fieldReader.text("icp").map(Scalar::text),
                fieldReader.text("policeRecord").map(Scalar::text),
                languages,
                issuers.orElse(Map.of()),
                topics.orElse(Map.of()),
                kinds.orElse(Map.of()),
                digest(digest, names.digests()));
        return issuers.isPresent() && topics.isPresent() && kinds.isPresent() ? Optional.of(site) : Optional.empty();
    }

    private static Digest digest(Digest first, List<Digest> others) {
        List<Digest> all = new ArrayList<>(others);
        all.add(0, first);
        return Digest.of(all);
    }

    private String baseUrl() {
        fieldReader.require("baseUrl");
        Optional<Scalar> given = fieldReader.textUnlessTodo("baseUrl");
        Optional<String> url = given.flatMap(value -> BaseUrl.normalised(value.text()));
        if (given.isPresent() && url.isEmpty()) {
            fieldReader.reportInvalid(
                    given.get(),
                    Message.of(
                            "“{0}”不是完整的网址：应以 http:// 或 https:// 开头，不带“?”和“#”",
                            "\"{0}\" is not an absolute http or https address without query and fragment",
                            given.get().text()),
                    Message.of(
                            "写成如 https://notices.example.org/ 的网址",
                            "write an address such as https://notices.example.org/"));
        }
        return url.orElse("https://localhost/");
    }

    private String theme() {
        Optional<Scalar> theme = fieldReader.textUnlessTodo("theme");
        theme.flatMap(value -> Slug.fault(value.text()))
                .ifPresent(fault -> fieldReader.reportInvalid(
                        theme.get(),
                        fault,
                        Message.of("写主题的名称，如 official", "write the name of a theme, such as official")));
        return theme.map(Scalar::text)
                .filter(name -> Slug.fault(name).isEmpty())
                .orElse(DEFAULT_THEME);
    }

    private ZoneId timeZone() {
        Optional<Scalar> zone = fieldReader.textUnlessTodo("timeZone");
        boolean known = zone.isEmpty()
                || ZoneId.getAvailableZoneIds().contains(zone.get().text());
        if (!known) {
            List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
            String nearest = DidYouMean.suggest(zone.get().text(), zones).orElse("Asia/Shanghai");
            fieldReader.reportInvalid(
                    zone.get(),
                    Message.of(
                            "没有“{0}”这个时区",
                            "unknown time zone \"{0}\"", zone.get().text()),
                    Message.of("改成 {0}", "write {0}", nearest));
        }
        return ZoneId.of(zone.isPresent() && known ? zone.get().text() : "Asia/Shanghai");
    }

    private int pageSize() {
        Optional<Scalar> size = fieldReader.textUnlessTodo("pageSize");
        boolean number = size.isEmpty() || size.get().text().matches("[1-9][0-9]{0,3}");
        int value = size.isPresent() && number ? Integer.parseInt(size.get().text()) : 50;
        if (!number || value > FieldSchemas.MAX_PAGE_SIZE) {
            fieldReader.reportInvalid(
                    size.get(),
                    Message.of(
                            "“pageSize”应是 1 到 {0} 的整数，这里是“{1}”",
                            "\"pageSize\" should be a whole number from 1 to {0}, found \"{1}\"",
                            FieldSchemas.MAX_PAGE_SIZE,
                            size.get().text()),
                    Message.of("写一个数，如 50", "write a number such as 50"));
            return 50;
        }
        return value;
    }

    private String messages(List<Language> languages) {
        Optional<Scalar> key = fieldReader.textUnlessTodo("messages");
        Optional<Language> language = key.flatMap(value -> languages.stream()
                .filter(each -> each.key().equals(value.text()))
                .findFirst());
        if (key.isPresent() && language.isEmpty()) {
            List<String> keys = languages.stream().map(Language::key).toList();
            fieldReader.reportInvalid(
                    key.get(),
                    Message.of(
                            "没有“{0}”这种语言", "unknown language \"{0}\"", key.get().text()),
                    Message.of(
                            "改成 {0} 之一",
                            "write one of {0}", Suggestions.oneOf(key.get().text(), keys)));
        }
        return language.orElse(languages.get(0)).tag();
    }

    private Optional<String> siteIdCode() {
        return fieldReader
                .matching(
                        "siteIdCode",
                        Message.of("网站标识码应是 10 位字母或数字", "a site code has 10 letters or digits"),
                        Message.of(
                                "写核发的 10 位标识码；没有就删去这一行",
                                "write the code that was issued, or delete the line if there is none"))
                .map(Scalar::text);
    }

    private LocalizedText localized(String name, List<Language> languages) {
        Optional<FieldReader> texts =
                fieldReader.map(name).map(found -> found.withFieldSet(FieldSet.NONE.withLanguages(languages)));
        if (texts.isEmpty()) {
            return LocalizedText.NONE;
        }
        UnknownFieldCheck.check(texts.get());
        return SettingsFile.localized(
                texts.get(), fieldReader.mapping().field(name).orElseThrow().key(), languages);
    }

    private static LocalizedText siteTitles(List<Language> languages) {
        Map<String, String> titles = new LinkedHashMap<>();
        languages.forEach(language -> titles.put(language.key(), language.title()));
        return new LocalizedText(titles);
    }

    private List<Language> languages() {
        fieldReader.require("languages");
        List<Language> languages = new ArrayList<>();
        Optional<FieldReader> map = fieldReader.map("languages");
        if (map.isEmpty()) {
            return languages;
        }
        for (Field field : map.get().mapping().fields()) {
            Slug.languageFault(field.name())
                    .ifPresent(fault -> fieldReader.reportInvalid(
                            field.key(), fault, Message.of("改成如 zh、en 的代码", "choose a key such as zh or en")));
            if (field.value() instanceof Mapping fields) {
                language(field.name(), fieldReader.nested("languages", fields), languages);
            } else {
                map.get().asMapping(field);
            }
        }
        if (map.get().mapping().fields().isEmpty()) {
            fieldReader.reportInvalid(
                    map.get().mapping(),
                    Message.of("至少要有一种语言", "at least one language is required"),
                    Message.of("写成 {0}", "write {0}", "zh: {tag: zh-CN, name: 中文, title: 通知}"));
        }
        return languages;
    }

    private void language(String key, FieldReader fields, List<Language> languages) {
        UnknownFieldCheck.check(fields);
        List.of("tag", "name", "title").forEach(fields::requireInMap);
        String tag = tag(fields, languages).orElse(key);
        String name = fields.text("name").map(Scalar::text).orElse(key);
        String title = fields.text("title").map(Scalar::text).orElse(name);
        String description = fields.prose("description").map(Scalar::text).orElse("");
        languages.add(new Language(key, tag, name, title, description));
    }

    private static Optional<String> tag(FieldReader fields, List<Language> others) {
        Optional<Scalar> tag = fields.textUnlessTodo("tag");
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        String text = tag.get().text();
        try {
            new Locale.Builder().setLanguageTag(text);
        } catch (IllformedLocaleException e) {
            fields.reportInvalid(
                    tag.get(),
                    Message.of("“{0}”不是语言标签（BCP 47）", "\"{0}\" is not a language tag (BCP 47)", text),
                    Message.of("写成如 zh-CN、en 的标签", "write a tag such as zh-CN or en"));
            return Optional.empty();
        }
        if (others.stream().anyMatch(other -> other.tag().equalsIgnoreCase(text))) {
            fields.reportInvalid(
                    tag.get(),
                    Message.of("标签“{0}”已用于另一种语言", "the tag \"{0}\" is already used for another language", text),
                    Message.of("给每种语言写不同的标签", "give each language a tag of its own"));
        }
        return Optional.of(text);
    }
}
