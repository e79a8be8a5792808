package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.LocalizedText;
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
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Looks up issuers and topics by their keys. An unknown key is reported; it never makes a new list. */
final class KeyLookup {
    /** Separators of entries that should have been written as a list. */
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[，、；;,]\\s*|\\s+-\\s+|\\s+");

    private final ContentFolder folder;
    private final Site site;
    private final Problems problems;

    KeyLookup(ContentFolder folder, Site site, Problems problems) {
        this.folder = folder;
        this.site = site;
        this.problems = problems;
    }

    /** The issuers of a notice, lead body first. */
    List<Issuer> issuers(FieldReader fieldReader) {
        fieldReader.require("issuer");
        return lookUp(
                distinct(fieldReader.textsOrOne("issuer"), fieldReader),
                site.issuers(),
                Issuer::name,
                (key, names) -> reportUnknown(
                        ProblemCode.UNKNOWN_ISSUER,
                        key,
                        Message.of("没有“{0}”这个发文机关", "unknown issuer \"{0}\"", key.text()),
                        names,
                        "issuers.yaml"));
    }

    /** The topics of a notice, in its order. */
    List<Topic> topics(FieldReader fieldReader) {
        fieldReader.require("topics");
        return lookUp(
                distinct(fieldReader.texts("topics"), fieldReader),
                site.topics(),
                Topic::name,
                (key, names) -> reportUnknown(
                        ProblemCode.UNKNOWN_TOPIC,
                        key,
                        Message.of("没有“{0}”这个主题", "unknown topic \"{0}\"", key.text()),
                        names,
                        "topics.yaml"));
    }

    /** The values of keys; a key without a value is passed to {@code unknown} with the names of all known keys. */
    private static <T> List<T> lookUp(
            List<Scalar> keys,
            Map<String, T> known,
            Function<T, LocalizedText> name,
            BiConsumer<Scalar, Map<String, Collection<String>>> unknown) {
        List<T> values = new ArrayList<>(keys.size());
        for (Scalar key : keys) {
            T value = known.get(key.text());
            if (value != null) {
                values.add(value);
            } else {
                Map<String, Collection<String>> names = new LinkedHashMap<>();
                known.forEach((each, named) ->
                        names.put(each, name.apply(named).words().values()));
                unknown.accept(key, names);
            }
        }
        return values;
    }

    /** Reports an unknown kind. */
    void reportUnknownKind(Scalar value) {
        Map<String, Collection<String>> names = new LinkedHashMap<>();
        site.kinds().forEach((code, documentKind) -> names.put(code, documentKind.spellings()));
        Optional<String> meant = DidYouMean.suggest(value.text(), names.keySet())
                .or(() -> Suggestions.keyByNearName(value.text(), names));
        List<String> codes = Suggestions.withFirst(meant, names.keySet());
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
        Optional<String> exact = Suggestions.keyByName(key.text(), names);
        Optional<String> meant =
                DidYouMean.suggest(key.text(), names.keySet()).or(() -> Suggestions.keyByNearName(key.text(), names));
        problems.add(
                problemCode,
                key.at(),
                key.width(),
                what,
                exact.map(found -> Message.of("改成它的代码 {0}", "write its key, {0}", found))
                        .or(() -> splitKeys(key.text(), names))
                        .orElseGet(() -> Suggestions.mendUnknownKey(
                                key.text(), meant, names.keySet(), folder.displayPath(file))));
    }

    /** How to mend several keys written as one, such as {@code talent、youth}, or list items with different indentation. */
    private static Optional<Message> splitKeys(String text, Map<String, Collection<String>> names) {
        List<String> keys = SEPARATORS
                .splitAsStream(text)
                .map(part -> names.containsKey(part)
                        ? part
                        : Suggestions.keyByName(part, names).orElse(part))
                .toList();
        return keys.size() > 1 && keys.stream().anyMatch(names::containsKey)
                ? Optional.of(Message.of(
                        "分成几项写，各项之间用英文逗号：[{0}]", "write them as separate entries: [{0}]", String.join(", ", keys)))
                : Optional.empty();
    }

    /** The keys without TODOs; a duplicate is reported and dropped. */
    private static List<Scalar> distinct(List<Scalar> keys, FieldReader fieldReader) {
        Map<String, Scalar> once = new LinkedHashMap<>();
        for (Scalar key : keys) {
            if (!FieldReader.isTodo(key) && once.putIfAbsent(key.text(), key) != null) {
                fieldReader.reportInvalid(
                        key,
                        Message.of("“{0}”写了两次", "\"{0}\" is listed twice", key.text()),
                        Message.of("删去一处", "delete one of the two"));
            }
        }
        return List.copyOf(once.values());
    }
}
