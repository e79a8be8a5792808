package io.noticepress.content;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sound content folder of two languages and one notice, for tests to spoil. */
public final class MinimalSite {
    public static final String ZH = "notices/2030/kx-2030-6.zh.md";
    public static final String EN = "notices/2030/kx-2030-6.en.md";
    public static final String ORIGINAL = """
            ---
            title: 关于印发《2030年示范工作要点》的通知
            number: 示例科协发〔2030〕6号
            issuer: kx
            issued: 2030-04-15
            topics: [party-building]
            ---
            现将要点印发给你们。
            """;
    public static final String TRANSLATION = """
            ---
            title: Notice on Issuing the 2030 Key Points
            translation: {state: reviewed}
            ---
            The key points are hereby issued to you.
            """;

    public final Path root;

    public MinimalSite(Path folder) {
        this.root = folder.resolve("content");
        write("site.yaml", """
                baseUrl: https://notices.example.org/docs
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 示例通知}
                  en: {tag: en, name: English, title: Example Notices}
                """);
        write("issuers.yaml", "kx: {zh: 示例科协, en: Example Association}\n");
        write("topics.yaml", "party-building: {zh: 党建工作, en: Party building}\n");
        write(ZH, ORIGINAL);
        write(EN, TRANSLATION);
    }

    public MinimalSite write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public MinimalSite write(String path, byte[] bytes) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ContentFixture readAll() {
        return ContentFixture.readAll(root);
    }

    /** The first lines of all problems, in English. */
    public List<String> problemHeads() {
        return readAll().problems.sorted().stream().map(MinimalSite::headLine).toList();
    }

    public static String headLine(Problem problem) {
        return ProblemFormat.firstLine(problem, MessageLanguage.EN);
    }
}
