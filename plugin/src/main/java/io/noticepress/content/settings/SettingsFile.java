package io.noticepress.content.settings;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.FileLimits;
import io.noticepress.content.files.Utf8Decoder;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSet;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
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
 * A settings file in YAML.
 *
 * @param value its content; empty if it cannot be read, which was reported
 */
record SettingsFile(Optional<Value> value, Digest digest) {
    /** Reads a file; every problem with it is reported. */
    static SettingsFile read(ContentFolder folder, String path, Problems problems) {
        Optional<byte[]> bytes = folder.readBytes(path, FileLimits.SETTINGS_FILE, problems);
        String displayPath = folder.displayPath(path);
        Optional<Value> value = bytes.flatMap(found -> Utf8Decoder.decode(found, displayPath, problems))
                .flatMap(text -> YamlParser.parseValue(new YamlText(displayPath, text, 1), problems));
        return new SettingsFile(value, bytes.map(Digest::of).orElse(Digest.of(path)));
    }

    /** A reader of its fields; empty if it has none, which is reported. */
    Optional<FieldReader> fieldReader(FieldSet fieldSet, Problems problems) {
        if (value.isPresent() && !(value.get() instanceof Mapping)) {
            FieldReader.ofSettings(new Mapping(List.of(), value.get().at(), 1), fieldSet, problems)
                    .reportInvalid(
                            value.get(),
                            Message.of("这里不是“代码: 值”", "this is not \"key: value\""),
                            Message.of("每行写一个“代码: 值”", "write one \"key: value\" per line"));
            return Optional.empty();
        }
        return value.map(found -> FieldReader.ofSettings((Mapping) found, fieldSet, problems));
    }

    /** A text in each language of the site, {@code {zh: …, en: …}}. Missing languages are reported at {@code place}. */
    static LocalizedText localized(FieldReader fieldReader, Scalar place, List<Language> languages) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        for (Language language : languages) {
            fieldReader.prose(language.key()).ifPresent(text -> texts.put(language.key(), text.text()));
            if (!fieldReader.has(language.key())) {
                absent.add(language.key());
            }
        }
        if (!absent.isEmpty()) {
            String example =
                    String.join(", ", absent.stream().map(key -> key + ": …").toList());
            fieldReader.reportInvalid(
                    place,
                    Message.of("“{0}”没有写 {1} 的文字", "\"{0}\" has no text in {1}", place.text(), Message.list(absent)),
                    Message.of("加上 {0}", "add {0}", example));
        }
        return new LocalizedText(texts);
    }
}
