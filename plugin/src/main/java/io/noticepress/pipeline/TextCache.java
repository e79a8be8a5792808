package io.noticepress.pipeline;

import io.noticepress.content.BodyReader;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.output.OutputTree;
import io.noticepress.plan.Page;
import io.noticepress.render.PageSources;
import io.noticepress.search.SearchIndex;
import io.noticepress.search.text.SearchText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Parses the bodies of some content. A body is parsed when a page needs it or when its findings are unknown; the findings are
 * cached in memory and, in a build, in the cache of the output, the parsed body only while {@link #pageSources} needs it. Safe
 * for use by several threads.
 */
public final class TextCache implements SearchIndex.TextProvider {
    /** Findings take about 1.5 KB, so those of a build fill a fortieth of the heap at most. */
    private static final long HEAP_BYTES_PER_ENTRY = 65_536;

    /** The findings of the file with this digest. */
    private record CachedFindings(Digest digest, Findings findings) {}

    private final SiteContent content;
    private final BiFunction<MarkdownSource, UrlResolver, Body> markdown;
    private final BodyReader reader;
    private final Optional<OutputTree> output;

    /** By path. Nothing is evicted: what does not fit is read from the output's cache again. */
    private final Map<String, CachedFindings> cached;

    private final long maxCached;

    private TextCache(
            SiteContent content,
            BiFunction<MarkdownSource, UrlResolver, Body> markdown,
            Optional<OutputTree> output,
            Map<String, CachedFindings> cached) {
        this.content = content;
        this.markdown = markdown;
        this.reader = new BodyReader(content.folder(), content.site(), markdown);
        this.output = output;
        this.cached = cached;
        this.maxCached = output.isPresent() ? Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_ENTRY : Long.MAX_VALUE;
    }

    /** For checks alone: bodies have no HTML, findings are kept in memory. */
    static TextCache forChecks(SiteContent content) {
        return new TextCache(content, new Markdown()::analyze, Optional.empty(), new ConcurrentHashMap<>());
    }

    /** For pages without an output: findings are kept in memory. */
    public static TextCache inMemory(SiteContent content) {
        return new TextCache(content, new Markdown()::parse, Optional.empty(), new ConcurrentHashMap<>());
    }

    /** For a build: findings are also kept in the cache of the output, for the next build. */
    static TextCache ofOutput(SiteContent content, OutputTree output) {
        return new TextCache(content, new Markdown()::parse, Optional.of(output), new ConcurrentHashMap<>());
    }

    /** The texts of other content, with the findings that are cached already. */
    public TextCache withContent(SiteContent next) {
        return new TextCache(next, markdown, output, cached);
    }

    /** Parses a body, whether or not its findings are known, and caches its findings. */
    public Body parse(BodySource text) {
        Body body = reader.read(text);
        SourceFile source = text.source();
        output.ifPresent(
                tree -> tree.saveFindings(source.path(), source.digest(), body.findings(), searchText(text, body)));
        cache(source, body.findings());
        return body;
    }

    /** Whether findings are cached; those of an earlier build may prove to be damaged. */
    boolean hasFindings(BodySource text) {
        SourceFile source = text.source();
        return findCached(source).isPresent()
                || output.filter(tree -> tree.hasFindings(source.path(), source.digest()))
                        .isPresent();
    }

    /** The cached findings of a body, of this or an earlier build; empty if it must be parsed first. */
    public Optional<Findings> findings(BodySource text) {
        SourceFile source = text.source();
        return findCached(source).or(() -> {
            Optional<Findings> saved = output.flatMap(tree -> tree.findings(source.path(), source.digest()));
            saved.ifPresent(findings -> cache(source, findings));
            return saved;
        });
    }

    /** The findings of a body, which is parsed if they are not cached. */
    public Findings findingsOrParse(BodySource text) {
        return findings(text).orElseGet(() -> parse(text).findings());
    }

    private Optional<Findings> findCached(SourceFile source) {
        return Optional.ofNullable(cached.get(source.path()))
                .filter(entry -> entry.digest().equals(source.digest()))
                .map(CachedFindings::findings);
    }

    private void cache(SourceFile source, Findings findings) {
        if (cached.size() < maxCached) {
            cached.put(source.path(), new CachedFindings(source.digest(), findings));
        }
    }

    /** What the search indexes of a body, which is parsed if that is not cached; empty if it is not part of the content. */
    @Override
    public Optional<String> currentText(SourceFile source) {
        return previousText(source)
                .or(() -> content.texts().find(source.path()).map(text -> searchText(text, parse(text))));
    }

    /** The same of a body as an earlier build found it, if the output's cache still has it. */
    @Override
    public Optional<String> previousText(SourceFile source) {
        return output.flatMap(tree -> tree.searchText(source.path(), source.digest()));
    }

    private static String searchText(BodySource text, Body body) {
        return SearchText.of(body, text.language().isChinese());
    }

    /** Bodies and files for pages that one thread renders one after the other; each body is parsed once. */
    public PageSources pageSources() {
        return new ParsedSources(Optional.empty());
    }

    /** The same for pages that may also need a file of the search. */
    public PageSources pageSources(Optional<SearchIndex> index) {
        return new ParsedSources(index);
    }

    private final class ParsedSources implements PageSources {
        private final Optional<SearchIndex> index;
        private final Map<String, Body> bodies = new HashMap<>();

        ParsedSources(Optional<SearchIndex> index) {
            this.index = index;
        }

        @Override
        public Body body(SourceFile source) {
            return bodies.computeIfAbsent(source.path(), path -> parse(find(source)));
        }

        @Override
        public Findings findings(SourceFile source) {
            Body parsed = bodies.get(source.path());
            return parsed != null ? parsed.findings() : findingsOrParse(find(source));
        }

        private BodySource find(SourceFile source) {
            return content.texts().find(source.path()).orElseThrow();
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
}
