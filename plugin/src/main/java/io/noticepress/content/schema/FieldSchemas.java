package io.noticepress.content.schema;

import static io.noticepress.content.schema.FieldSpec.optionalField;
import static io.noticepress.content.schema.FieldSpec.requiredField;
import static io.noticepress.content.schema.FieldType.ScalarType.BOOLEAN;
import static io.noticepress.content.schema.FieldType.ScalarType.COUNT;
import static io.noticepress.content.schema.FieldType.ScalarType.DATE;
import static io.noticepress.content.schema.FieldType.ScalarType.LINE;
import static io.noticepress.content.schema.FieldType.ScalarType.PROSE;

import io.noticepress.content.schema.FieldType.ChoiceType;
import io.noticepress.content.schema.FieldType.GroupType;
import io.noticepress.content.schema.FieldType.KeyType;
import io.noticepress.content.schema.FieldType.KeyedMapType;
import io.noticepress.content.schema.FieldType.LanguageMapType;
import io.noticepress.content.schema.FieldType.ListType;
import io.noticepress.content.schema.FieldType.PatternType;
import io.noticepress.content.schema.FieldType.UnionType;
import io.noticepress.model.RelationType;
import io.noticepress.model.site.Language;
import io.noticepress.problem.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every field there is: what the readers know, what the schemas say, what a new notice explains, is this table and nothing
 * else (contract, sections 1 and 2).
 */
public final class FieldSchemas {
    /** The most notices on one page of a list. */
    public static final int MAX_PAGE_SIZE = 1000;

    /** How much of a text stands here. */
    static final ChoiceType EXTENTS = choices(
            "full", bilingual("全文", "the whole text"),
            "digest", bilingual("摘编", "a digest of it"));

    /** How far a translation can be relied on. */
    public static final ChoiceType STATES = choices(
            "official", bilingual("发文机关提供的正式译文", "supplied by the issuing body"),
            "reviewed", bilingual("经另一人审校", "checked by a second person"),
            "draft", bilingual("尚未审校", "not yet checked"),
            "machine", bilingual("机器翻译", "made by a machine"));

    /** The fingerprints of the original's blocks, title first. */
    public static final PatternType BASIS = PatternType.of("v1(\\s+[0-9A-Za-z_-]{1,64})*");

    private static final FieldSet PRINTED = FieldSet.of(
            optionalField(
                    "office",
                    LINE,
                    bilingual("印发机关。", "The office that printed it."),
                    bilingual("示例市人民政府办公室", "General Office of Example City")),
            optionalField(
                    "date", DATE, bilingual("印发日期。", "The day of printing."), bilingual("2030-04-16", "2030-04-16")));

    private static final FieldSet SOURCE = FieldSet.of(
            optionalField(
                    "url",
                    PatternType.of("[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s].*"),
                    bilingual("来源网址。", "Where it was found on the web."),
                    bilingual("https://www.example.org/1.html", "https://www.example.org/1.html")),
            optionalField(
                    "file",
                    LINE,
                    bilingual("来源文件名。", "The name of the file it was taken from."),
                    bilingual("原件.pdf", "original.pdf")),
            optionalField(
                    "sha256",
                    PatternType.of("[0-9a-fA-F]{64}"),
                    bilingual("来源文件的 SHA-256，64 位十六进制数。", "The SHA-256 of that file, 64 hexadecimal digits."),
                    bilingual("……", "…")),
            optionalField(
                    "retrieved",
                    DATE,
                    bilingual("取得日期。", "The day on which it was taken."),
                    bilingual("2030-05-01", "2030-05-01")));

    private static final FieldSet ATTACHMENT = FieldSet.of(
            requiredField(
                    "file",
                    LINE,
                    bilingual("文件名，文件放在与通知同名的文件夹里。", "The file, in the folder named like the notice."),
                    bilingual("附件1.docx", "annex-1.docx")),
            requiredField(
                    "title", LINE, bilingual("附件名称。", "What it is called."), bilingual("任务分解表", "Table of tasks")));

    private static final FieldSet EXTERNAL_DOCUMENT = FieldSet.of(
            requiredField(
                    "title",
                    LINE,
                    bilingual("站外文件的标题。", "The title of a document elsewhere."),
                    bilingual("关于……的通知", "Notice on …")),
            optionalField(
                    "number",
                    LINE,
                    bilingual("它的发文字号。", "Its document number."),
                    bilingual("示例府发〔2029〕1号", "No. 1 (2029)")));

    private static final FieldSpec TITLE = requiredField(
            "title",
            LINE,
            bilingual(
                    "标题，写全称，以文种结尾，如“关于……的通知”。",
                    "The title in full, with the kind of document in it, such as \"Notice on …\"."),
            bilingual("关于……的通知", "Notice on …"));

    private static final FieldSpec RECIPIENTS = optionalField(
            "recipients",
            new ListType(LINE, false),
            bilingual("主送机关，逐个列出。", "Main recipients, one by one."),
            bilingual("[各区科协, 各市级学会]", "[District associations, Municipal societies]"));

    private static final FieldSpec CC = optionalField(
            "cc",
            new ListType(LINE, false),
            bilingual("抄送机关，逐个列出。", "Who receives a copy, one by one."),
            bilingual("[示例市人民政府办公室]", "[General Office of Example City]"));

    private static final FieldSpec LETTERHEAD = optionalField(
            "letterhead",
            LINE,
            bilingual("发文机关标志（红头），与机关名称不同时才写。", "The letterhead, where it differs from the issuer's name."),
            bilingual("示例市人民政府文件", "Document of Example City"));

    private static final FieldSpec SIGNATORIES = optionalField(
            "signatories",
            new ListType(LINE, true),
            bilingual("署名，与机关名称不同时才写。", "The signatures, where they differ from the issuers' names."),
            bilingual("[示例市人民政府]", "[People's Government of Example City]"));

    private static final FieldSpec NOTE = optionalField(
            "note",
            PROSE,
            bilingual("附注，写在成文日期下方。", "The note below the date."),
            bilingual("此件公开发布", "Released to the public"));

    private static final FieldSpec SUMMARY = optionalField(
            "summary",
            PROSE,
            bilingual("摘要，一两句话，显示在列表和搜索结果里。", "One or two sentences, shown in lists and search results."),
            bilingual("……", "…"));

    private static final FieldSpec EXTENT = optionalField(
            "extent",
            EXTENTS,
            bilingual(
                    "全文写 full，摘编写 digest；不写就是全文。",
                    "full for the whole text, digest for a part of it; full if left out."),
            bilingual("digest", "digest"));

    /** What the edition states that is the original. */
    public static final FieldSet ORIGINAL = FieldSet.of(
            TITLE,
            optionalField(
                    "number",
                    LINE,
                    bilingual("发文字号，照原件写；没有就不写。", "The document number as printed; left out if there is none."),
                    bilingual("示例科协发〔2030〕7号", "示例科协发〔2030〕7号")),
            requiredField(
                    "issuer",
                    new ListType(KeyType.ISSUER, true),
                    bilingual(
                            "发文机关，写 issuers.yaml 中的代码；联合发文写成列表，主办机关在前。",
                            "The issuing body, a key of issuers.yaml; a list for a joint notice, lead body first."),
                    bilingual("example-association", "example-association")),
            requiredField(
                    "issued",
                    DATE,
                    bilingual("成文日期，年份与文件夹一致。", "The date of issue; its year is that of the folder."),
                    bilingual("2030-04-15", "2030-04-15")),
            requiredField(
                    "topics",
                    new ListType(KeyType.TOPIC, false),
                    bilingual("主题，写 topics.yaml 中的代码，可写几个。", "Topics, one or more keys of topics.yaml."),
                    bilingual("[meetings]", "[meetings]")),
            optionalField(
                    "kind",
                    KeyType.KIND,
                    bilingual("文种；标题以文种结尾的不必写。", "The kind of document; not needed if the title ends in it."),
                    bilingual("通知", "tongzhi")),
            RECIPIENTS,
            CC,
            optionalField(
                    "printed",
                    new GroupType(PRINTED),
                    bilingual("版记中的印发机关和印发日期。", "Office and day of printing, from the colophon."),
                    bilingual(
                            "{office: 示例市人民政府办公室, date: 2030-04-16}",
                            "{office: General Office of Example City, date: 2030-04-16}")),
            LETTERHEAD,
            SIGNATORIES,
            NOTE,
            SUMMARY,
            optionalField(
                    "published",
                    DATE,
                    bilingual("网上发布日期。", "The day of publication on the web."),
                    bilingual("2030-04-18", "2030-04-18")),
            optionalField(
                    "updated",
                    DATE,
                    bilingual("网上更新日期。", "The day of the last change on the web."),
                    bilingual("2030-05-08", "2030-05-08")),
            optionalField(
                    "effective",
                    DATE,
                    bilingual("施行日期。", "The day on which it takes effect."),
                    bilingual("2030-05-01", "2030-05-01")),
            optionalField(
                    "expires",
                    DATE,
                    bilingual("失效日期。", "The last day on which it is valid."),
                    bilingual("2031-12-31", "2031-12-31")),
            EXTENT,
            optionalField(
                    "source",
                    new GroupType(SOURCE),
                    bilingual("文本的来源。", "Where the text comes from."),
                    bilingual(
                            "{url: https://www.example.org/1.html, retrieved: 2030-05-01}",
                            "{url: https://www.example.org/1.html, retrieved: 2030-05-01}")),
            optionalField(
                    "attachments",
                    new ListType(new GroupType(ATTACHMENT), false),
                    bilingual(
                            "附件；文件放在与通知同名的文件夹里。", "Attachments; their files lie in the folder named like the notice."),
                    bilingual("[{file: 附件1.docx, title: 任务分解表}]", "[{file: annex-1.docx, title: Table of tasks}]")),
            optionalField(
                    "relations",
                    new GroupType(relationFields(
                            new ListType(new UnionType(KeyType.NOTICE, new GroupType(EXTERNAL_DOCUMENT)), false),
                            bilingual("[example-association-2029-3]", "[example-association-2029-3]"))),
                    bilingual(
                            "与其他文件的关系，写对方的文件名（不带年份和扩展名）；站外文件写 {title, number}。",
                            "What it does to others, by their file names without folder and ending; {title, number} for a document elsewhere."),
                    bilingual("{repeals: [example-association-2029-3]}", "{repeals: [example-association-2029-3]}")),
            optionalField(
                    "draft",
                    BOOLEAN,
                    bilingual("草稿不发布；写好后删去这一行。", "A draft is not published; delete the line when it is ready."),
                    bilingual("true", "true")));

    private static final FieldSet TRANSLATION_BLOCK = FieldSet.of(
            requiredField(
                    "state",
                    STATES,
                    bilingual("译文的状态。", "How far the translation can be relied on."),
                    bilingual("draft", "draft")),
            optionalField(
                    "by",
                    LINE,
                    bilingual("译者或审校者。", "Who translated or checked it."),
                    bilingual("示例翻译中心", "Example Translation Office")),
            optionalField(
                    "basis",
                    BASIS,
                    bilingual(
                            "所依据原文的指纹，由 translations 目标记录，不要手写。",
                            "The original it was made from, recorded by the goal translations; not typed."),
                    bilingual("v1 …", "v1 …")));

    /** What a translation says: words. */
    public static final FieldSet TRANSLATION = ORIGINAL.translatable(
            requiredField(
                    "title",
                    LINE,
                    bilingual("标题的译文。", "The title in this language."),
                    bilingual("关于……的通知", "Notice on …")),
            RECIPIENTS,
            CC,
            optionalField(
                    "printed",
                    new GroupType(PRINTED.translatable(PRINTED.specs().get("office"))),
                    bilingual("印发机关的译名。", "The printing office in this language."),
                    bilingual("{office: 示例市人民政府办公室}", "{office: General Office of Example City}")),
            LETTERHEAD,
            SIGNATORIES,
            NOTE,
            SUMMARY,
            EXTENT,
            optionalField(
                    "attachments",
                    new ListType(
                            new GroupType(ATTACHMENT.translatable(
                                    ATTACHMENT.specs().get("title").asOptional())),
                            false),
                    bilingual(
                            "附件的译名，按原文的顺序；没有译名的写 {}。",
                            "Titles of the attachments in their order; {} where there is none."),
                    bilingual("[{title: 任务分解表}]", "[{title: Table of tasks}]")),
            optionalField(
                    "relations",
                    new GroupType(relationFields(
                            new ListType(
                                    new GroupType(EXTERNAL_DOCUMENT.translatable(EXTERNAL_DOCUMENT
                                            .specs()
                                            .get("title")
                                            .asOptional())),
                                    false),
                            bilingual("[{title: 关于……的通知}]", "[{title: Notice on …}]"))),
                    bilingual(
                            "站外文件的译名，按原文的顺序；本站通知写 {}。",
                            "Titles of documents elsewhere in their order; {} for a notice here."),
                    bilingual("{cites: [{title: 关于……的通知}]}", "{cites: [{title: Notice on …}]}")),
            requiredField(
                    "translation",
                    new GroupType(TRANSLATION_BLOCK),
                    bilingual(
                            "有这一项的是译文。状态写 official（正式）、reviewed（已审校）、draft（草稿）或 machine（机器翻译）。",
                            "A file with this field is a translation. Its state is official, reviewed, draft or machine."),
                    bilingual("{state: draft}", "{state: draft}")));

    /** What a plain page says. */
    public static final FieldSet PAGE = FieldSet.of(
            requiredField(
                    "title", LINE, bilingual("页面标题。", "The title of the page."), bilingual("关于本站", "About this site")),
            SUMMARY);

    private static final FieldSet LANGUAGE = FieldSet.of(
            requiredField(
                    "tag",
                    LINE,
                    bilingual("语言标签（BCP 47），如 zh-CN。", "The language tag (BCP 47), such as en."),
                    bilingual("zh-CN", "en")),
            requiredField(
                    "name",
                    LINE,
                    bilingual("语言的自称，如 中文。", "The language's name in itself, such as English."),
                    bilingual("中文", "English")),
            requiredField(
                    "title",
                    LINE,
                    bilingual("这种语言的网站名称。", "The title of the site in it."),
                    bilingual("示例通知", "Example Notices")),
            optionalField(
                    "description", PROSE, bilingual("一句话介绍网站。", "The site in a sentence."), bilingual("……", "…")));

    /** {@code site.yaml}. */
    public static final FieldSet SITE = FieldSet.of(
            requiredField(
                    "baseUrl",
                    PatternType.of("[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s][^?#\\s]*"),
                    bilingual("网站的完整网址，可以带路径。", "The absolute address of the site, perhaps with a path."),
                    bilingual("https://notices.example.org/", "https://notices.example.org/")),
            optionalField(
                    "theme",
                    KeyType.THEME,
                    bilingual("主题的名称，默认 official。", "The theme; official if left out."),
                    bilingual("official", "official")),
            optionalField(
                    "timeZone",
                    LINE,
                    bilingual("时区，默认 Asia/Shanghai。", "The time zone; Asia/Shanghai if left out."),
                    bilingual("Asia/Shanghai", "Asia/Shanghai")),
            optionalField(
                    "pageSize",
                    COUNT,
                    bilingual("列表每页件数，默认 50。", "Notices on one page of a list; 50 if left out."),
                    bilingual("50", "50")),
            optionalField(
                    "messages",
                    KeyType.LANGUAGE,
                    bilingual("提示信息的语言，默认第一种语言。", "The language of messages; the first language if left out."),
                    bilingual("zh", "en")),
            optionalField(
                    "publisher",
                    new LanguageMapType(PROSE),
                    bilingual("主办单位。", "Who publishes the site."),
                    bilingual("{zh: ……}", "{en: …}")),
            optionalField(
                    "contact",
                    new LanguageMapType(PROSE),
                    bilingual("联系方式。", "How to reach the publisher."),
                    bilingual("{zh: ……}", "{en: …}")),
            optionalField(
                    "footer",
                    new LanguageMapType(PROSE),
                    bilingual("页脚文字。", "The words at the foot of each page."),
                    bilingual("{zh: ……}", "{en: …}")),
            optionalField(
                    "siteIdCode",
                    PatternType.of("[A-Za-z0-9]{10}"),
                    bilingual(
                            "政府网站标识码，10 位；没有就不写。",
                            "The identification code of a government site, 10 digits; left out if there is none."),
                    bilingual("0000000000", "0000000000")),
            optionalField(
                    "icp",
                    LINE,
                    bilingual("ICP 备案号；没有就不写。", "The ICP licence number; left out if there is none."),
                    bilingual("……", "…")),
            optionalField(
                    "policeRecord",
                    LINE,
                    bilingual("公安备案号；没有就不写。", "The public security record number; left out if there is none."),
                    bilingual("……", "…")),
            requiredField(
                    "languages",
                    new KeyedMapType(LANGUAGE),
                    bilingual("网站的语言，第一种是默认语言。", "The languages of the site, the default first."),
                    bilingual(
                            "{zh: {tag: zh-CN, name: 中文, title: 示例通知}}",
                            "{en: {tag: en, name: English, title: Example Notices}}")));

    /** An entry of {@code issuers.yaml}, beside its names. */
    public static final FieldSet ISSUER = FieldSet.of(
                    optionalField(
                            "number",
                            new ListType(LINE, true),
                            bilingual("发文字号的机关代字，可写成列表。", "The prefix of its document numbers, or a list of them."),
                            bilingual("示例科协发", "示例科协发")),
                    optionalField(
                            "parent",
                            KeyType.ISSUER,
                            bilingual(
                                    "上级机关的代码；它的列表包含下级的通知。",
                                    "The key of the body above it, whose list holds its notices too."),
                            bilingual("example-city", "example-city")))
            .withNames();

    /** An entry of {@code topics.yaml}, beside its names. */
    public static final FieldSet TOPIC = FieldSet.of(optionalField(
                    "parent",
                    KeyType.TOPIC,
                    bilingual(
                            "上级主题的代码；它的列表包含下级的通知。", "The key of the topic above it, whose list holds its notices too."),
                    bilingual("governance", "governance")))
            .withNames();

    /** An entry of {@code kinds.yaml}. */
    public static final FieldSet KIND = FieldSet.NONE.withNames();

    private FieldSchemas() {}

    /** An entry of {@code terms.yaml}: what is said in each language, and what is not. */
    public static FieldSet term(List<Language> languages) {
        List<FieldSpec> slots = new ArrayList<>(termFields(languages, true));
        slots.add(optionalField(
                "not",
                new GroupType(FieldSet.of(termFields(languages, false).toArray(FieldSpec[]::new))),
                bilingual("不应使用的说法。", "What is not said."),
                bilingual("{zh: 社会组织}", "{en: social organisation}")));
        return FieldSet.of(slots.toArray(FieldSpec[]::new));
    }

    private static List<FieldSpec> termFields(List<Language> languages, boolean required) {
        return languages.stream()
                .map(language -> new FieldSpec(
                        language.key(),
                        new ListType(LINE, true),
                        required,
                        bilingual(language.name(), language.name()),
                        bilingual("……", "…")))
                .toList();
    }

    private static FieldSet relationFields(FieldType list, Message sample) {
        Map<RelationType, Message> about = new EnumMap<>(RelationType.class);
        about.put(RelationType.ISSUES, bilingual("印发", "issues"));
        about.put(RelationType.FORWARDS, bilingual("转发、批转", "forwards"));
        about.put(RelationType.REPEALS, bilingual("废止", "repeals"));
        about.put(RelationType.AMENDS, bilingual("修改", "amends"));
        about.put(RelationType.CORRECTS, bilingual("更正", "corrects"));
        about.put(RelationType.REPLACES, bilingual("代替", "replaces"));
        about.put(RelationType.REPLIES_TO, bilingual("答复（批复、复函）", "replies to"));
        about.put(RelationType.CITES, bilingual("依据、引用", "cites"));
        return FieldSet.of(Arrays.stream(RelationType.values())
                .map(type -> optionalField(type.field(), list, about.get(type), sample))
                .toArray(FieldSpec[]::new));
    }

    private static ChoiceType choices(Object... wordsAndMeanings) {
        Map<String, Message> meanings = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndMeanings.length; i += 2) {
            meanings.put((String) wordsAndMeanings[i], (Message) wordsAndMeanings[i + 1]);
        }
        return new ChoiceType(Collections.unmodifiableMap(meanings));
    }

    private static Message bilingual(String zh, String en) {
        return new Message(zh, en);
    }
}
