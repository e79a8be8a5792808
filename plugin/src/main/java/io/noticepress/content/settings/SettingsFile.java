package io.noticepress.content.settings;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.FileLimits;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.files.Utf8Decoder;
import io.noticepress.content.schema.FieldNames;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSet;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Value;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the YAML files that hold settings.
 *
 * @param value what it says; empty if it cannot be read, which was reported
 */
record SettingsFile(Optional<Value> value, Digest digest) {
    static SettingsFile read(ContentFolder folder, String path, Problems problems) {
        Optional<byte[]> bytes = folder.readBytes(path, FileLimits.SETTINGS_FILE, problems);
        String shown = folder.displayPath(path);
        Optional<Value> value = bytes.flatMap(found -> Utf8Decoder.decode(found, shown, problems))
                .flatMap(text -> YamlParser.parseValue(new YamlText(shown, text, 1), problems));
        return new SettingsFile(value, bytes.map(Digest::of).orElse(Digest.of(path)));
    }

    /** Its fields, to be read by a form; that there are none is reported. */
    Optional<FieldReader> fieldReader(FieldSet fieldSet, Problems problems) {
        if (value.isPresent() && !(value.get() instanceof Mapping)) {
            FieldReader.ofSettings(new Mapping(List.of(), value.get().at(), 1), fieldSet, problems)
                    .reportInvalid(
                            value.get(),
                            Message.of("这里不是“代码: 值”", "this is no \"key: value\""),
                            Message.of("每行写一个“代码: 值”", "write one \"key: value\" a line"));
            return Optional.empty();
        }
        return value.map(found -> FieldReader.ofSettings((Mapping) found, fieldSet, problems));
    }

    /** Reports every field that the form does not know. */
    static void checkUnknown(FieldReader fieldReader) {
        List<String> known = fieldReader.fieldSet().names();
        for (Field field : fieldReader.mapping().fields()) {
            if (!known.contains(field.name())) {
                fieldReader.reportUnknown(
                        field.key(),
                        Message.of("没有“{0}”这一项", "unknown setting \"{0}\"", field.name()),
                        Message.of(
                                "可用的有 {0}",
                                "write one of {0}",
                                Suggestions.allOf(
                                        FieldNames.guess(field.name(), known).orElse(field.name()), known)));
            }
        }
    }

    /** Words by language, such as {@code {zh: …, en: …}}; each language of the site is due. */
    static LocalizedText localized(FieldReader fieldReader, Scalar place, List<Language> languages) {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        for (Language language : languages) {
            fieldReader.prose(language.key()).ifPresent(word -> words.put(language.key(), word.text()));
            if (!fieldReader.has(language.key())) {
                absent.add(language.key());
            }
        }
        if (!absent.isEmpty()) {
            String example =
                    String.join(", ", absent.stream().map(key -> key + ": …").toList());
            fieldReader.reportInvalid(
                    place,
                    Message.of("“{0}”没有写 {1} 的文字", "\"{0}\" has no words in {1}", place.text(), Message.list(absent)),
                    Message.of("加上 {0}", "add {0}", example));
        }
        return new LocalizedText(words);
    }
}
