package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the front matter of pages: a title and an optional summary. The result depends only on these files and the settings.
 * Safe for use by several threads.
 */
public final class PageReader {
    /**
     * A page as read from its files, without bodies.
     *
     * @param page empty if none of its files has a title, which was reported
     * @param texts its editions whose bodies can be read
     * @param problems what is wrong with its front matter, by position
     */
    public record PageFacts(Optional<TextPage> page, List<BodySource> texts, List<Problem> problems) {
        public PageFacts {
            texts = List.copyOf(texts);
            problems = List.copyOf(problems);
        }
    }

    private final ContentFolder folder;
    private final Site site;

    /** A reader for the pages of a site. */
    public PageReader(ContentFolder folder, Site site) {
        this.folder = folder;
        this.site = site;
    }

    /** Reads the files of a page. */
    public PageFacts read(PageFiles files) {
        Problems problems = new Problems();
        Map<String, TextPage.TextPageEdition> editions = new LinkedHashMap<>();
        List<BodySource> texts = new ArrayList<>();
        for (String key : files.languages()) {
            Language language = site.language(key).orElseThrow();
            MarkdownFile.read(folder, files.filePath(key), problems).ifPresent(text -> {
                Optional<FieldReader> fields = text.frontMatter()
                        .map(front -> FieldReader.ofNotice(front, FieldSchemas.PAGE, false, problems));
                String title =
                        fields.flatMap(PageReader::title).map(Scalar::text).orElse("");
                String summary = fields.flatMap(found -> found.prose("summary"))
                        .map(Scalar::text)
                        .orElse("");
                if (!title.isEmpty()) {
                    editions.put(key, new TextPage.TextPageEdition(language, title, summary, text.source()));
                }
                if (text.hasBody()) {
                    texts.add(new BodySource(text.source(), language, title, false, Map.of()));
                }
            });
        }
        Optional<TextPage> page =
                editions.isEmpty() ? Optional.empty() : Optional.of(new TextPage(files.name(), editions));
        return new PageFacts(page, texts, problems.sorted());
    }

    private static Optional<Scalar> title(FieldReader fieldReader) {
        UnknownFieldCheck.check(fieldReader);
        fieldReader.require("title");
        return fieldReader.text("title");
    }
}
