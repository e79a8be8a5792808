package io.noticepress.importer;

import io.noticepress.importer.source.LibraryResolver;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.Digest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A site for imports, and imports into it. */
final class ImportFixture {
    static final List<Language> LANGUAGES =
            List.of(new Language("zh", "zh-CN", "中文", "通知", ""), new Language("en", "en", "English", "Notices", ""));

    /** What the tests run with: the libraries on their own class path. */
    static final LibraryResolver LIBRARIES =
            coordinates -> Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .toList();

    private ImportFixture() {}

    static Site site() {
        Map<String, Issuer> issuers = new LinkedHashMap<>();
        issuer(issuers, "example-association", "示例省科学技术协会", "Example Association for Science and Technology", "示例科协发");
        issuer(issuers, "example-education", "示例省教育厅", "Example Department of Education", "示例教");
        issuer(issuers, "example-city", "示例市人民政府", "People's Government of Example City", "示例府");
        issuer(issuers, "example-societies", "中共示例省科技社团委员会", "Committee of Example Societies", "示例社团党");
        Map<String, Topic> topics = new LinkedHashMap<>();
        topics.put("safety", new Topic("safety", localized("安全", "safety"), Optional.empty()));
        return new Site(
                "https://notices.example.org/",
                "official",
                ZoneId.of("Asia/Shanghai"),
                50,
                "en",
                LocalizedText.NONE,
                LocalizedText.NONE,
                LocalizedText.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LANGUAGES,
                issuers,
                topics,
                DocumentKind.builtIn(LANGUAGES),
                Digest.of("site"));
    }

    private static void issuer(Map<String, Issuer> issuers, String key, String zh, String en, String prefix) {
        issuers.put(key, new Issuer(key, localized(zh, en), List.of(prefix), Optional.empty()));
    }

    private static LocalizedText localized(String zh, String en) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("zh", zh);
        words.put("en", en);
        return new LocalizedText(words);
    }

    static ImportedDraft importText(String text) {
        return importBytes(text.getBytes(StandardCharsets.UTF_8), "notice.txt", Optional.empty());
    }

    static ImportedDraft importText(String text, String charset) {
        return importBytes(text.getBytes(Charset.forName(charset)), "notice.txt", Optional.empty());
    }

    static ImportedDraft importBytes(byte[] bytes, String name, Optional<String> encoding) {
        return DocumentImporter.importDocument(
                bytes, Path.of(name), encoding, Optional.of("paper"), site(), LIBRARIES, name);
    }

    static ImportedDraft importFile(Path file) throws java.io.IOException {
        return DocumentImporter.importDocument(
                Files.readAllBytes(file),
                file,
                Optional.empty(),
                Optional.of("paper"),
                site(),
                LIBRARIES,
                file.getFileName().toString());
    }

    /** The original. */
    static String original(ImportedDraft importedDraft) {
        return importedDraft.files().values().iterator().next();
    }

    /** The stub of the translation. */
    static String translationStub(ImportedDraft importedDraft) {
        return importedDraft.files().values().stream().skip(1).findFirst().orElseThrow();
    }

    /** A field of the front matter, as it is written; empty if absent. */
    static String field(ImportedDraft importedDraft, String name) {
        return Arrays.stream(original(importedDraft).split("\n"))
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    static String body(ImportedDraft importedDraft) {
        return original(importedDraft).split("\n---\n", 2)[1];
    }
}
