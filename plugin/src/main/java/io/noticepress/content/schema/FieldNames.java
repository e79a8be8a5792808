package io.noticepress.content.schema;

import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of fields in messages: their Chinese terms, the field that a mistyped name means, and how to add a missing field. */
public final class FieldNames {
    private FieldNames() {}

    /** The known name that a wrong one most likely means: 标题, {@code Title} and {@code titel} mean {@code title}. */
    public static Optional<String> guess(String name, Collection<String> known) {
        String label = name.strip();
        return FieldTexts.labels().entrySet().stream()
                .filter(entry -> entry.getValue().contains(label) && known.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> DidYouMean.suggest(name.replace("_", "").replace("-", ""), known));
    }

    /** The Chinese term for a field in brackets, （标题） for {@code title}; empty if it has none. */
    public static String chineseLabel(String name) {
        List<String> labels = FieldTexts.labels().getOrDefault(name, List.of());
        return labels.isEmpty() ? "" : "（" + labels.get(0) + "）";
    }

    /** How to write a field whose value is a group of fields, with an example. */
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
                : Message.of("写成如 {0}: {1} 的形式", "write it like {0}: {1}", name, example);
    }

    /** How to add a missing field, with an example. */
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
