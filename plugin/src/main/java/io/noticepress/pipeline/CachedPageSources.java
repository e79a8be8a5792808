package io.noticepress.pipeline;

import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.plan.Page;
import io.noticepress.render.PageSources;
import io.noticepress.search.SearchIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What lies on the bench while the pages of one notice are made, so that no text is parsed twice. For one thread. */
public final class CachedPageSources implements PageSources {
    private final SiteContent content;
    private final TextCache textCache;
    private final Optional<SearchIndex> index;
    private final Map<String, Body> bodies = new HashMap<>();

    CachedPageSources(SiteContent content, TextCache textCache) {
        this(content, textCache, Optional.empty());
    }

    /** One for pages that come when the index of the search is made. */
    public CachedPageSources(SiteContent content, TextCache textCache, Optional<SearchIndex> index) {
        this.content = content;
        this.textCache = textCache;
        this.index = index;
    }

    /** Parses a text of which nothing is known; the pages that are made next need it too. */
    void parseIfUnknown(BodySource text) {
        if (!textCache.hasFindings(text)) {
            body(text.source());
        }
    }

    @Override
    public Body body(SourceFile source) {
        return bodies.computeIfAbsent(source.path(), path -> textCache.read(textCache.source(source)));
    }

    @Override
    public Findings findings(SourceFile source) {
        Body here = bodies.get(source.path());
        return here != null ? here.findings() : textCache.findingsOrParse(textCache.source(source));
    }

    @Override
    public byte[] bytes(Notice notice, Attachment attachment) {
        return content.readAttachment(notice, attachment);
    }

    @Override
    public byte[] bytes(Page.SearchFile file) {
        return index.orElseThrow().bytes(file);
    }
}
