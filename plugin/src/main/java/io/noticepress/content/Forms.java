package io.noticepress.content;

import static io.noticepress.content.Shape.Plain.COUNT;
import static io.noticepress.content.Shape.Plain.DAY;
import static io.noticepress.content.Shape.Plain.FLAG;
import static io.noticepress.content.Shape.Plain.LINE;
import static io.noticepress.content.Shape.Plain.PROSE;
import static io.noticepress.content.Slot.due;
import static io.noticepress.content.Slot.free;

import io.noticepress.content.Shape.ByLanguage;
import io.noticepress.content.Shape.Either;
import io.noticepress.content.Shape.Group;
import io.noticepress.content.Shape.Key;
import io.noticepress.content.Shape.Many;
import io.noticepress.content.Shape.Match;
import io.noticepress.content.Shape.Named;
import io.noticepress.content.Shape.Word;
import io.noticepress.model.Language;
import io.noticepress.model.RelationType;
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
final class Forms {
    /** The most notices on one page of a list. */
    static final int LARGEST_PAGE = 1000;

    /** How much of a text stands here. */
    static final Word EXTENTS = words(
            "full", say("全文", "the whole text"),
            "digest", say("摘编", "a digest of it"));

    /** How far a translation can be relied on. */
    static final Word STATES = words(
            "official", say("发文机关提供的正式译文", "supplied by the issuing body"),
            "reviewed", say("经另一人审校", "checked by a second person"),
            "draft", say("尚未审校", "not yet checked"),
            "machine", say("机器翻译", "made by a machine"));

    /** The fingerprints of the original's blocks, title first. */
    static final Match BASIS = Match.of("v1(\\s+[0-9A-Za-z_-]{1,64})*");

    private static final Form PRINTED = Form.of(
            free(
                    "office",
                    LINE,
                    say("印发机关。", "The office that printed it."),
                    say("示例市人民政府办公室", "General Office of Example City")),
            free("date", DAY, say("印发日期。", "The day of printing."), say("2030-04-16", "2030-04-16")));

    private static final Form SOURCE = Form.of(
            free(
                    "url",
                    Match.of("[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s].*"),
                    say("来源网址。", "Where it was found on the web."),
                    say("https://www.example.org/1.html", "https://www.example.org/1.html")),
            free("file", LINE, say("来源文件名。", "The name of the file it was taken from."), say("原件.pdf", "original.pdf")),
            free(
                    "sha256",
                    Match.of("[0-9a-fA-F]{64}"),
                    say("来源文件的 SHA-256，64 位十六进制数。", "The SHA-256 of that file, 64 hexadecimal digits."),
                    say("……", "…")),
            free("retrieved", DAY, say("取得日期。", "The day on which it was taken."), say("2030-05-01", "2030-05-01")));

    private static final Form ATTACHMENT = Form.of(
            due(
                    "file",
                    LINE,
                    say("文件名，文件放在与通知同名的文件夹里。", "The file, in the folder named like the notice."),
                    say("附件1.docx", "annex-1.docx")),
            due("title", LINE, say("附件名称。", "What it is called."), say("任务分解表", "Table of tasks")));

    private static final Form ELSEWHERE = Form.of(
            due("title", LINE, say("站外文件的标题。", "The title of a document elsewhere."), say("关于……的通知", "Notice on …")),
            free("number", LINE, say("它的发文字号。", "Its document number."), say("示例府发〔2029〕1号", "No. 1 (2029)")));

    private static final Slot TITLE = due(
            "title",
            LINE,
            say(
                    "标题，写全称，以文种结尾，如“关于……的通知”。",
                    "The title in full, with the kind of document in it, such as \"Notice on …\"."),
            say("关于……的通知", "Notice on …"));

    private static final Slot RECIPIENTS = free(
            "recipients",
            new Many(LINE, false),
            say("主送机关，逐个列出。", "Main recipients, one by one."),
            say("[各区科协, 各市级学会]", "[District associations, Municipal societies]"));

    private static final Slot CC = free(
            "cc",
            new Many(LINE, false),
            say("抄送机关，逐个列出。", "Who receives a copy, one by one."),
            say("[示例市人民政府办公室]", "[General Office of Example City]"));

    private static final Slot LETTERHEAD = free(
            "letterhead",
            LINE,
            say("发文机关标志（红头），与机关名称不同时才写。", "The letterhead, where it differs from the issuer's name."),
            say("示例市人民政府文件", "Document of Example City"));

    private static final Slot SIGNATORIES = free(
            "signatories",
            new Many(LINE, true),
            say("署名，与机关名称不同时才写。", "The signatures, where they differ from the issuers' names."),
            say("[示例市人民政府]", "[People's Government of Example City]"));

    private static final Slot NOTE = free(
            "note", PROSE, say("附注，写在成文日期下方。", "The note below the date."), say("此件公开发布", "Released to the public"));

    private static final Slot SUMMARY = free(
            "summary",
            PROSE,
            say("摘要，一两句话，显示在列表和搜索结果里。", "One or two sentences, shown in lists and search results."),
            say("……", "…"));

    private static final Slot EXTENT = free(
            "extent",
            EXTENTS,
            say("全文写 full，摘编写 digest；不写就是全文。", "full for the whole text, digest for a part of it; full if left out."),
            say("digest", "digest"));

    /** What the edition states that is the original. */
    static final Form ORIGINAL = Form.of(
            TITLE,
            free(
                    "number",
                    LINE,
                    say("发文字号，照原件写；没有就不写。", "The document number as printed; left out if there is none."),
                    say("示例科协发〔2030〕7号", "示例科协发〔2030〕7号")),
            due(
                    "issuer",
                    new Many(Key.ISSUER, true),
                    say(
                            "发文机关，写 issuers.yaml 中的代码；联合发文写成列表，主办机关在前。",
                            "The issuing body, a key of issuers.yaml; a list for a joint notice, lead body first."),
                    say("example-association", "example-association")),
            due(
                    "issued",
                    DAY,
                    say("成文日期，年份与文件夹一致。", "The date of issue; its year is that of the folder."),
                    say("2030-04-15", "2030-04-15")),
            due(
                    "topics",
                    new Many(Key.TOPIC, false),
                    say("主题，写 topics.yaml 中的代码，可写几个。", "Topics, one or more keys of topics.yaml."),
                    say("[meetings]", "[meetings]")),
            free(
                    "kind",
                    Key.KIND,
                    say("文种；标题以文种结尾的不必写。", "The kind of document; not needed if the title ends in it."),
                    say("通知", "tongzhi")),
            RECIPIENTS,
            CC,
            free(
                    "printed",
                    new Group(PRINTED),
                    say("版记中的印发机关和印发日期。", "Office and day of printing, from the colophon."),
                    say(
                            "{office: 示例市人民政府办公室, date: 2030-04-16}",
                            "{office: General Office of Example City, date: 2030-04-16}")),
            LETTERHEAD,
            SIGNATORIES,
            NOTE,
            SUMMARY,
            free(
                    "published",
                    DAY,
                    say("网上发布日期。", "The day of publication on the web."),
                    say("2030-04-18", "2030-04-18")),
            free(
                    "updated",
                    DAY,
                    say("网上更新日期。", "The day of the last change on the web."),
                    say("2030-05-08", "2030-05-08")),
            free("effective", DAY, say("施行日期。", "The day on which it takes effect."), say("2030-05-01", "2030-05-01")),
            free("expires", DAY, say("失效日期。", "The last day on which it is valid."), say("2031-12-31", "2031-12-31")),
            EXTENT,
            free(
                    "source",
                    new Group(SOURCE),
                    say("文本的来源。", "Where the text comes from."),
                    say(
                            "{url: https://www.example.org/1.html, retrieved: 2030-05-01}",
                            "{url: https://www.example.org/1.html, retrieved: 2030-05-01}")),
            free(
                    "attachments",
                    new Many(new Group(ATTACHMENT), false),
                    say("附件；文件放在与通知同名的文件夹里。", "Attachments; their files lie in the folder named like the notice."),
                    say("[{file: 附件1.docx, title: 任务分解表}]", "[{file: annex-1.docx, title: Table of tasks}]")),
            free(
                    "relations",
                    new Group(relations(
                            new Many(new Either(Key.NOTICE, new Group(ELSEWHERE)), false),
                            say("[example-association-2029-3]", "[example-association-2029-3]"))),
                    say(
                            "与其他文件的关系，写对方的文件名（不带年份和扩展名）；站外文件写 {title, number}。",
                            "What it does to others, by their file names without folder and ending; {title, number} for a document elsewhere."),
                    say("{repeals: [example-association-2029-3]}", "{repeals: [example-association-2029-3]}")),
            free(
                    "draft",
                    FLAG,
                    say("草稿不发布；写好后删去这一行。", "A draft is not published; delete the line when it is ready."),
                    say("true", "true")));

    private static final Form TRANSLATED = Form.of(
            due("state", STATES, say("译文的状态。", "How far the translation can be relied on."), say("draft", "draft")),
            free(
                    "by",
                    LINE,
                    say("译者或审校者。", "Who translated or checked it."),
                    say("示例翻译中心", "Example Translation Office")),
            free(
                    "basis",
                    BASIS,
                    say(
                            "所依据原文的指纹，由 translations 目标记录，不要手写。",
                            "The original it was made from, recorded by the goal translations; not typed."),
                    say("v1 …", "v1 …")));

    /** What a translation says: words. */
    static final Form TRANSLATION = ORIGINAL.words(
            due("title", LINE, say("标题的译文。", "The title in this language."), say("关于……的通知", "Notice on …")),
            RECIPIENTS,
            CC,
            free(
                    "printed",
                    new Group(PRINTED.words(PRINTED.slots().get("office"))),
                    say("印发机关的译名。", "The printing office in this language."),
                    say("{office: 示例市人民政府办公室}", "{office: General Office of Example City}")),
            LETTERHEAD,
            SIGNATORIES,
            NOTE,
            SUMMARY,
            EXTENT,
            free(
                    "attachments",
                    new Many(
                            new Group(ATTACHMENT.words(
                                    ATTACHMENT.slots().get("title").optional())),
                            false),
                    say("附件的译名，按原文的顺序；没有译名的写 {}。", "Titles of the attachments in their order; {} where there is none."),
                    say("[{title: 任务分解表}]", "[{title: Table of tasks}]")),
            free(
                    "relations",
                    new Group(relations(
                            new Many(
                                    new Group(ELSEWHERE.words(
                                            ELSEWHERE.slots().get("title").optional())),
                                    false),
                            say("[{title: 关于……的通知}]", "[{title: Notice on …}]"))),
                    say(
                            "站外文件的译名，按原文的顺序；本站通知写 {}。",
                            "Titles of documents elsewhere in their order; {} for a notice here."),
                    say("{cites: [{title: 关于……的通知}]}", "{cites: [{title: Notice on …}]}")),
            due(
                    "translation",
                    new Group(TRANSLATED),
                    say(
                            "有这一项的是译文。状态写 official（正式）、reviewed（已审校）、draft（草稿）或 machine（机器翻译）。",
                            "A file with this field is a translation. Its state is official, reviewed, draft or machine."),
                    say("{state: draft}", "{state: draft}")));

    /** What a plain page says. */
    static final Form PAGE = Form.of(
            due("title", LINE, say("页面标题。", "The title of the page."), say("关于本站", "About this site")), SUMMARY);

    private static final Form LANGUAGE = Form.of(
            due(
                    "tag",
                    LINE,
                    say("语言标签（BCP 47），如 zh-CN。", "The language tag (BCP 47), such as en."),
                    say("zh-CN", "en")),
            due(
                    "name",
                    LINE,
                    say("语言的自称，如 中文。", "The language's name in itself, such as English."),
                    say("中文", "English")),
            due("title", LINE, say("这种语言的网站名称。", "The title of the site in it."), say("示例通知", "Example Notices")),
            free("description", PROSE, say("一句话介绍网站。", "The site in a sentence."), say("……", "…")));

    /** {@code site.yaml}. */
    static final Form SITE = Form.of(
            due(
                    "baseUrl",
                    Match.of("[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s][^?#\\s]*"),
                    say("网站的完整网址，可以带路径。", "The absolute address of the site, perhaps with a path."),
                    say("https://notices.example.org/", "https://notices.example.org/")),
            free(
                    "theme",
                    Key.THEME,
                    say("主题的名称，默认 official。", "The theme; official if left out."),
                    say("official", "official")),
            free(
                    "timeZone",
                    LINE,
                    say("时区，默认 Asia/Shanghai。", "The time zone; Asia/Shanghai if left out."),
                    say("Asia/Shanghai", "Asia/Shanghai")),
            free(
                    "pageSize",
                    COUNT,
                    say("列表每页件数，默认 50。", "Notices on one page of a list; 50 if left out."),
                    say("50", "50")),
            free(
                    "messages",
                    Key.LANGUAGE,
                    say("提示信息的语言，默认第一种语言。", "The language of messages; the first language if left out."),
                    say("zh", "en")),
            free(
                    "publisher",
                    new ByLanguage(PROSE),
                    say("主办单位。", "Who publishes the site."),
                    say("{zh: ……}", "{en: …}")),
            free(
                    "contact",
                    new ByLanguage(PROSE),
                    say("联系方式。", "How to reach the publisher."),
                    say("{zh: ……}", "{en: …}")),
            free(
                    "footer",
                    new ByLanguage(PROSE),
                    say("页脚文字。", "The words at the foot of each page."),
                    say("{zh: ……}", "{en: …}")),
            free(
                    "siteIdCode",
                    Match.of("[A-Za-z0-9]{10}"),
                    say(
                            "政府网站标识码，10 位；没有就不写。",
                            "The identification code of a government site, 10 digits; left out if there is none."),
                    say("0000000000", "0000000000")),
            free(
                    "icp",
                    LINE,
                    say("ICP 备案号；没有就不写。", "The ICP licence number; left out if there is none."),
                    say("……", "…")),
            free(
                    "policeRecord",
                    LINE,
                    say("公安备案号；没有就不写。", "The public security record number; left out if there is none."),
                    say("……", "…")),
            due(
                    "languages",
                    new Named(LANGUAGE),
                    say("网站的语言，第一种是默认语言。", "The languages of the site, the default first."),
                    say(
                            "{zh: {tag: zh-CN, name: 中文, title: 示例通知}}",
                            "{en: {tag: en, name: English, title: Example Notices}}")));

    /** An entry of {@code issuers.yaml}, beside its names. */
    static final Form ISSUER = Form.of(
                    free(
                            "number",
                            new Many(LINE, true),
                            say("发文字号的机关代字，可写成列表。", "The prefix of its document numbers, or a list of them."),
                            say("示例科协发", "示例科协发")),
                    free(
                            "parent",
                            Key.ISSUER,
                            say(
                                    "上级机关的代码；它的列表包含下级的通知。",
                                    "The key of the body above it, whose list holds its notices too."),
                            say("example-city", "example-city")))
            .named();

    /** An entry of {@code topics.yaml}, beside its names. */
    static final Form TOPIC = Form.of(free(
                    "parent",
                    Key.TOPIC,
                    say("上级主题的代码；它的列表包含下级的通知。", "The key of the topic above it, whose list holds its notices too."),
                    say("governance", "governance")))
            .named();

    /** An entry of {@code kinds.yaml}. */
    static final Form KIND = Form.NONE.named();

    private Forms() {}

    /** An entry of {@code terms.yaml}: what is said in each language, and what is not. */
    static Form term(List<Language> languages) {
        List<Slot> slots = new ArrayList<>(said(languages, true));
        slots.add(free(
                "not",
                new Group(Form.of(said(languages, false).toArray(Slot[]::new))),
                say("不应使用的说法。", "What is not said."),
                say("{zh: 社会组织}", "{en: social organisation}")));
        return Form.of(slots.toArray(Slot[]::new));
    }

    private static List<Slot> said(List<Language> languages, boolean required) {
        return languages.stream()
                .map(language -> new Slot(
                        language.key(),
                        new Many(LINE, true),
                        required,
                        say(language.name(), language.name()),
                        say("……", "…")))
                .toList();
    }

    private static Form relations(Shape list, Message sample) {
        Map<RelationType, Message> about = new EnumMap<>(RelationType.class);
        about.put(RelationType.ISSUES, say("印发", "issues"));
        about.put(RelationType.FORWARDS, say("转发、批转", "forwards"));
        about.put(RelationType.REPEALS, say("废止", "repeals"));
        about.put(RelationType.AMENDS, say("修改", "amends"));
        about.put(RelationType.CORRECTS, say("更正", "corrects"));
        about.put(RelationType.REPLACES, say("代替", "replaces"));
        about.put(RelationType.REPLIES_TO, say("答复（批复、复函）", "replies to"));
        about.put(RelationType.CITES, say("依据、引用", "cites"));
        return Form.of(Arrays.stream(RelationType.values())
                .map(type -> free(type.field(), list, about.get(type), sample))
                .toArray(Slot[]::new));
    }

    private static Word words(Object... wordsAndMeanings) {
        Map<String, Message> meanings = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndMeanings.length; i += 2) {
            meanings.put((String) wordsAndMeanings[i], (Message) wordsAndMeanings[i + 1]);
        }
        return new Word(Collections.unmodifiableMap(meanings));
    }

    private static Message say(String zh, String en) {
        return new Message(zh, en);
    }
}
