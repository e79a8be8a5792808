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
 * Reads the front matter of plain pages, a title and perhaps a summary. What it makes of some files depends on them and the
 * settings alone. Safe for use by several threads.
 */
public final class PageReader {
    /**
     * What the files of a page say.
     *
     * @param page empty if none of its files has a title, which was reported
     * @param texts its versions whose bodies can be read
     * @param problems what is wrong with the front matter, by place
     */
    public record PageFacts(Optional<TextPage> page, List<BodySource> texts, List<Problem> problems) {
        public PageFacts {
            texts = List.copyOf(texts);
            problems = List.copyOf(problems);
        }
    }

    private final ContentFolder folder;
    private final Site site;

    public PageReader(ContentFolder folder, Site site) {
        this.folder = folder;
        this.site = site;
    }

    /** What the files of a page say, and what is wrong with them. */
    public PageFacts read(PageFiles files) {
        Problems problems = new Problems();
        Map<String, TextPage.TextPageEdition> versions = new LinkedHashMap<>();
        List<BodySource> texts = new ArrayList<>();
        for (String key : files.languages()) {
            Language language = site.language(key).orElseThrow();
            MarkdownFile.read(folder, files.filePath(key), problems).ifPresent(text -> {
                Optional<FieldReader> sheet = text.frontMatter()
                        .map(front -> FieldReader.ofNotice(front, FieldSchemas.PAGE, false, problems));
                String title =
                        sheet.flatMap(PageReader::title).map(Scalar::text).orElse("");
                String summary = sheet.flatMap(fields -> fields.prose("summary"))
                        .map(Scalar::text)
                        .orElse("");
                if (!title.isEmpty()) {
                    versions.put(key, new TextPage.TextPageEdition(language, title, summary, text.source()));
                }
                if (text.hasBody()) {
                    texts.add(new BodySource(text.source(), language, title, false, Map.of()));
                }
            });
        }
        Optional<TextPage> page =
                versions.isEmpty() ? Optional.empty() : Optional.of(new TextPage(files.name(), versions));
        return new PageFacts(page, texts, problems.sorted());
    }

    private static Optional<Scalar> title(FieldReader fieldReader) {
        UnknownFieldCheck.check(fieldReader);
        fieldReader.require("title");
        return fieldReader.text("title");
    }
}
