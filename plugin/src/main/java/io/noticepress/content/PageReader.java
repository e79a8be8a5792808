package io.noticepress.content;

import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.model.TextPage;
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
    public record Reading(Optional<TextPage> page, List<TextSource> texts, List<Problem> problems) {
        public Reading {
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
    public Reading read(PageFiles files) {
        Problems problems = new Problems();
        Map<String, TextPage.TextPageEdition> versions = new LinkedHashMap<>();
        List<TextSource> texts = new ArrayList<>();
        for (String key : files.languages()) {
            Language language = site.language(key).orElseThrow();
            SourceText.read(folder, files.file(key), problems).ifPresent(text -> {
                Optional<Sheet> sheet = text.front().map(front -> Sheet.notice(front, Forms.PAGE, false, problems));
                String title =
                        sheet.flatMap(PageReader::title).map(Scalar::text).orElse("");
                String summary = sheet.flatMap(fields -> fields.prose("summary"))
                        .map(Scalar::text)
                        .orElse("");
                if (!title.isEmpty()) {
                    versions.put(key, new TextPage.TextPageEdition(language, title, summary, text.source()));
                }
                if (text.hasBody()) {
                    texts.add(new TextSource(text.source(), language, title, false, Map.of()));
                }
            });
        }
        Optional<TextPage> page =
                versions.isEmpty() ? Optional.empty() : Optional.of(new TextPage(files.name(), versions));
        return new Reading(page, texts, problems.sorted());
    }

    private static Optional<Scalar> title(Sheet sheet) {
        UnknownFields.in(sheet);
        sheet.require("title");
        return sheet.text("title");
    }
}
