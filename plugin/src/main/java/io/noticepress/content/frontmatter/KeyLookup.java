package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks up what a notice names by key: its issuers and topics. An unknown key is a mistake, never a new list. */
final class KeyLookup {
    /** What stands between entries that should have been parted by commas. */
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[，、；;,]\\s*|\\s+-\\s+|\\s+");

    private final ContentFolder folder;
    private final Site site;
    private final Problems problems;

    KeyLookup(ContentFolder folder, Site site, Problems problems) {
        this.folder = folder;
        this.site = site;
        this.problems = problems;
    }

    /** The bodies that issue a notice, lead body first. */
    List<Issuer> issuers(FieldReader fieldReader) {
        fieldReader.require("issuer");
        List<Issuer> issuers = new ArrayList<>(1);
        for (Scalar key : distinct(fieldReader.textsOrOne("issuer"), fieldReader)) {
            Issuer issuer = site.issuers().get(key.text());
            if (issuer != null) {
                issuers.add(issuer);
            } else {
                Map<String, Collection<String>> names = new LinkedHashMap<>();
                site.issuers()
                        .forEach((each, known) ->
                                names.put(each, known.name().words().values()));
                reportUnknown(
                        ProblemCode.UNKNOWN_ISSUER,
                        key,
                        Message.of("没有“{0}”这个发文机关", "unknown issuer \"{0}\"", key.text()),
                        names,
                        "issuers.yaml");
            }
        }
        return issuers;
    }

    /** The topics of a notice, in its order. */
    List<Topic> topics(FieldReader fieldReader) {
        fieldReader.require("topics");
        List<Topic> topics = new ArrayList<>(3);
        for (Scalar key : distinct(fieldReader.texts("topics"), fieldReader)) {
            Topic topic = site.topics().get(key.text());
            if (topic != null) {
                topics.add(topic);
            } else {
                Map<String, Collection<String>> names = new LinkedHashMap<>();
                site.topics()
                        .forEach((each, known) ->
                                names.put(each, known.name().words().values()));
                reportUnknown(
                        ProblemCode.UNKNOWN_TOPIC,
                        key,
                        Message.of("没有“{0}”这个主题", "unknown topic \"{0}\"", key.text()),
                        names,
                        "topics.yaml");
            }
        }
        return topics;
    }

    /** Reports a kind that is none. */
    void reportUnknownKind(Scalar value) {
        Map<String, Collection<String>> names = new LinkedHashMap<>();
        site.kinds().forEach((code, documentKind) -> names.put(code, documentKind.spellings()));
        List<String> codes = new ArrayList<>(names.keySet());
        DidYouMean.suggest(value.text(), codes)
                .or(() -> Suggestions.keyByNearName(value.text(), names))
                .ifPresent(meant -> {
                    codes.remove(meant);
                    codes.add(0, meant);
                });
        Message list = new Message(
                Message.list(codes.stream()
                                .map(code -> names.get(code).iterator().next())
                                .toList())
                        .zh(),
                Message.list(codes).en());
        problems.add(
                ProblemCode.UNKNOWN_KIND,
                value.at(),
                value.width(),
                Message.of("没有“{0}”这个文种", "unknown kind \"{0}\"", value.text()),
                Message.of(
                        "改成 {0} 之一，或在 {1} 中添加",
                        "write one of {0}, or add it to {1}", list, folder.displayPath("kinds.yaml")));
    }

    private void reportUnknown(
            ProblemCode problemCode, Scalar key, Message what, Map<String, Collection<String>> names, String file) {
        Optional<String> named = Suggestions.keyByName(key.text(), names);
        Optional<String> meant =
                DidYouMean.suggest(key.text(), names.keySet()).or(() -> Suggestions.keyByNearName(key.text(), names));
        problems.add(
                problemCode,
                key.at(),
                key.width(),
                what,
                named.map(found -> Message.of("改成它的代码 {0}", "write its key, {0}", found))
                        .or(() -> splitKeys(key.text(), names))
                        .orElseGet(() -> Suggestions.mendUnknownKey(
                                key.text(), meant, names.keySet(), folder.displayPath(file))));
    }

    /** Several keys that were written as one: {@code talent、youth}, or items that are not indented alike. */
    private static Optional<Message> splitKeys(String text, Map<String, Collection<String>> names) {
        List<String> keys = SEPARATORS
                .splitAsStream(text)
                .map(part -> names.containsKey(part)
                        ? part
                        : Suggestions.keyByName(part, names).orElse(part))
                .toList();
        return keys.size() > 1 && keys.stream().anyMatch(names::containsKey)
                ? Optional.of(Message.of(
                        "分成几项写，各项之间用英文逗号：[{0}]",
                        "write them as entries, with commas between them: [{0}]", String.join(", ", keys)))
                : Optional.empty();
    }

    /** The keys without places left to be done; one that stands twice is reported and stands once. */
    private static List<Scalar> distinct(List<Scalar> keys, FieldReader fieldReader) {
        Map<String, Scalar> once = new LinkedHashMap<>();
        for (Scalar key : keys) {
            if (!FieldReader.isTodo(key) && once.putIfAbsent(key.text(), key) != null) {
                fieldReader.reportInvalid(
                        key,
                        Message.of("“{0}”写了两次", "\"{0}\" stands twice", key.text()),
                        Message.of("删去一处", "delete one of the two"));
            }
        }
        return List.copyOf(once.values());
    }
}
