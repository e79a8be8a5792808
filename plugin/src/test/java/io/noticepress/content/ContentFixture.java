package io.noticepress.content;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.content.settings.SiteReader;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.site.Site;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.problem.Problems;
import io.noticepress.translation.TranslationCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is read of a content folder, for tests: settings, facts, bodies, and how they fit together. */
public final class ContentFixture {
    public final Problems problems = new Problems();
    public final List<NoticeFacts> facts = new ArrayList<>();
    public final List<BodySource> texts = new ArrayList<>();
    public final Optional<Site> site;
    private final Path root;
    private final boolean checksTranslations;

    private ContentFixture(Path root, boolean checksTranslations) {
        this.root = root;
        this.checksTranslations = checksTranslations;
        ContentFolder folder = ContentFolder.of(root, "content");
        this.site = SiteReader.read(folder, problems);
        site.ifPresent(found -> readNoticesAndPages(folder, found));
    }

    static ContentFixture readAll(Path root) {
        return new ContentFixture(root, false);
    }

    /** The same, and whether translations say what their originals say. */
    static ContentFixture readWithTranslationCheck(Path root) {
        return new ContentFixture(root, true);
    }

    private void readNoticesAndPages(ContentFolder folder, Site site) {
        Inventory inventory = Inventory.of(folder, site, problems);
        NoticeReader notices = new NoticeReader(folder, site);
        inventory.notices().forEach(files -> facts.add(notices.read(files)));
        facts.forEach(each -> {
            problems.addAll(each.problems());
            texts.addAll(each.texts());
        });
        PageReader pages = new PageReader(folder, site);
        inventory.pages().stream().map(pages::read).forEach(page -> {
            problems.addAll(page.problems());
            texts.addAll(page.texts());
        });
        BodyReader bodies = new BodyReader(folder, site, new Markdown()::parse);
        Map<BodySource, Findings> findings = new HashMap<>();
        texts.forEach(text -> findings.put(text, bodies.read(text).findings()));
        CrossCheck check = new CrossCheck(
                folder,
                site,
                inventory,
                facts,
                BodySource.indexByPath(texts),
                text -> Optional.ofNullable(findings.get(text)),
                false,
                problems);
        TranslationCheck translations = new TranslationCheck(
                folder,
                site,
                facts,
                BodySource.indexByPath(texts),
                text -> Optional.ofNullable(findings.get(text)),
                false,
                problems);
        check.checkFacts();
        check.checkTexts();
        translations.reportOutdated();
        if (checksTranslations) {
            facts.forEach(each -> translations.compare(each, bodies::read));
        }
    }

    /** All problems as they are printed. */
    String printProblems(MessageLanguage messageLanguage) {
        StringBuilder out = new StringBuilder();
        for (Problem problem : problems.sorted()) {
            out.append(ProblemFormat.format(problem, messageLanguage, sourceLine(problem)))
                    .append('\n');
        }
        return out.toString();
    }

    private Optional<String> sourceLine(Problem problem) {
        Path file = root.resolveSibling(problem.at().file());
        try {
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
            boolean readable = file.toString().matches(".*\\.(md|yaml)") && text.indexOf('\uFFFD') < 0;
            List<String> lines = text.lines().toList();
            int line = problem.at().line() - 1;
            return readable && line < lines.size() && text.indexOf('\0') < 0
                    ? Optional.of(lines.get(line))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
