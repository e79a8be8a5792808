package io.noticepress.content.schema;

import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of fields: what they are called in Chinese, and which one a mistyped name stands for. */
public final class FieldNames {
    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        String[] pairs = {
            "标题",
            "title",
            "发文机关",
            "issuer",
            "发文单位",
            "issuer",
            "成文日期",
            "issued",
            "日期",
            "issued",
            "主题",
            "topics",
            "主题词",
            "topics",
            "主题分类",
            "topics",
            "文号",
            "number",
            "发文字号",
            "number",
            "文种",
            "kind",
            "公文种类",
            "kind",
            "发布日期",
            "published",
            "更新日期",
            "updated",
            "施行日期",
            "effective",
            "生效日期",
            "effective",
            "失效日期",
            "expires",
            "有效期",
            "expires",
            "主送",
            "recipients",
            "主送机关",
            "recipients",
            "抄送",
            "cc",
            "抄送机关",
            "cc",
            "印发",
            "printed",
            "发文机关标志",
            "letterhead",
            "署名",
            "signatories",
            "发文机关署名",
            "signatories",
            "附注",
            "note",
            "摘要",
            "summary",
            "来源",
            "source",
            "附件",
            "attachments",
            "关联",
            "relations",
            "相关文件",
            "relations",
            "草稿",
            "draft",
            "译文",
            "translation",
            "翻译",
            "translation",
            "date",
            "issued",
            "tags",
            "topics",
            "author",
            "issuer",
            "description",
            "summary",
            "to",
            "recipients",
            "type",
            "kind",
            "文件",
            "file",
            "印发机关",
            "office",
            "印发日期",
            "date",
            "机关",
            "office",
            "印发件",
            "issues",
            "转发",
            "forwards",
            "批转",
            "forwards",
            "废止",
            "repeals",
            "修改",
            "amends",
            "修订",
            "amends",
            "更正",
            "corrects",
            "替代",
            "replaces",
            "代替",
            "replaces",
            "批复",
            "repliesTo",
            "答复",
            "repliesTo",
            "引用",
            "cites",
            "依据",
            "cites",
        };
        for (int i = 0; i < pairs.length; i += 2) {
            LABELS.put(pairs[i], pairs[i + 1]);
        }
    }

    private FieldNames() {}

    /** The known name that was meant: by its Chinese label, in other letters, or nearly so written. */
    public static Optional<String> guess(String name, Collection<String> known) {
        String label = LABELS.get(name.strip());
        if (label != null && known.contains(label)) {
            return Optional.of(label);
        }
        return DidYouMean.suggest(name.replace("_", "").replace("-", ""), known);
    }

    /** A name in brackets as Chinese editors call it: （标题）; empty if it has no such name. */
    public static String chineseLabel(String name) {
        return LABELS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name) && entry.getKey().charAt(0) > 0xFF)
                .findFirst()
                .map(entry -> "（" + entry.getKey() + "）")
                .orElse("");
    }

    /** How to write a group of fields: with an example of it. */
    static Message mendGroup(String name) {
        String example = switch (name) {
            case "translation" -> "{state: reviewed}";
            case "printed" -> "{office: …, date: 2030-04-15}";
            case "source" -> "{url: https://…}";
            case "relations" -> "{cites: [kx-2029-1]}";
            default -> "";
        };
        return example.isEmpty()
                ? Message.of("写成 {0}: {字段名: 值}", "write {0}: {name: value}", name)
                : Message.of("写成如 {0}: {1} 的形式", "write such as {0}: {1}", name, example);
    }

    /** How to mend that a field is missing: with an example of it. */
    static Message mendMissing(String name) {
        return switch (name) {
            case "title" -> Message.of("加一行“title: ……”", "add a line \"title: …\"");
            case "issuer" ->
                Message.of("加一行“issuer: ”，写 issuers.yaml 中的代码", "add a line \"issuer: \" with a key of issuers.yaml");
            case "issued" -> Message.of("加一行“issued: 2030-04-15”", "add a line such as \"issued: 2030-04-15\"");
            case "topics" ->
                Message.of(
                        "加一行“topics: […]”，写 topics.yaml 中的代码", "add a line \"topics: […]\" with keys of topics.yaml");
            case "kind" ->
                Message.of(
                        "标题不是以文种结尾，请加一行如“kind: 通知”",
                        "the title does not end in a kind of document: add a line such as \"kind: tongzhi\"");
            case "state" ->
                Message.of(
                        "加上 state: official、reviewed、draft 或 machine",
                        "add state: official, reviewed, draft or machine");
            default -> Message.of("加上“{0}: ……”", "add \"{0}: …\"", name);
        };
    }
}
