package io.noticepress.pipeline;

import io.noticepress.content.BodyReader;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.model.SourceFile;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.values.Digest;
import io.noticepress.search.SearchIndex;
import io.noticepress.search.text.SearchText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The texts of a run. A text is parsed when a page needs it or when nothing is remembered of it; what was found in it is
 * kept, the text itself is not.
 */
public final class TextCache {
    private final BodyReader reader;
    private final FindingsCache findingsCache;
    private final HashIndex<BodySource> texts;

    /** What was found and asked for first, by path; so many that they fill but a part of the heap. */
    private final Map<String, HeldFindings> held = new ConcurrentHashMap<>();

    /** How many are held: what was found in a text takes about 1.5 KB, so a fortieth of the heap. */
    private final long maxHeld = Runtime.getRuntime().maxMemory() / 65_536;

    /** What was found in the text that has these bytes. */
    private record HeldFindings(Digest digest, Findings findings) {}

    /** The texts of a content, read by {@link Markdown#parse} if pages are made of them, else by {@link Markdown#analyze}. */
    public TextCache(
            SiteContent content, BiFunction<MarkdownSource, UrlResolver, Body> markdown, FindingsCache findingsCache) {
        this.reader = new BodyReader(content.folder(), content.site(), markdown);
        this.findingsCache = findingsCache;
        this.texts = content.texts();
    }

    /** The text of an edition or a page; null if it is none of these. */
    public BodySource source(SourceFile file) {
        return texts.find(file.path()).orElse(null);
    }

    /** The text, parsed now. */
    public Body read(BodySource text) {
        Body body = reader.read(text);
        findingsCache.put(
                text.source().path(),
                text.source().digest(),
                body.findings(),
                () -> SearchText.of(body, isChinese(text)));
        hold(text.source(), body.findings());
        return body;
    }

    /** The words of all texts as they are searched. */
    SearchIndex.TextProvider textProvider() {
        return new SearchIndex.TextProvider() {
            @Override
            public Optional<String> currentText(SourceFile text) {
                return Optional.of(searchText(text));
            }

            @Override
            public Optional<String> previousText(SourceFile text) {
                return findingsCache.searchText(text.path(), text.digest());
            }
        };
    }

    /** Its words as they are searched; parses it if they are not known. */
    public String searchText(SourceFile file) {
        BodySource text = source(file);
        return findingsCache
                .searchText(file.path(), file.digest())
                .orElseGet(() -> SearchText.of(read(text), isChinese(text)));
    }

    private static boolean isChinese(BodySource text) {
        return text.language().isChinese();
    }

    /** Whether something is known of it; that may prove to be damaged. */
    boolean hasFindings(BodySource text) {
        return findingsCache.contains(text.source().path(), text.source().digest());
    }

    /** What was found in it, now or in an earlier build; parses it if nothing is known. */
    public Findings findingsOrParse(BodySource text) {
        return findings(text).orElseGet(() -> read(text).findings());
    }

    /** What is known of it without parsing. */
    public Optional<Findings> findings(BodySource text) {
        SourceFile source = text.source();
        HeldFindings before = held.get(source.path());
        if (before != null && before.digest().equals(source.digest())) {
            return Optional.of(before.findings());
        }
        Optional<Findings> found = findingsCache.findings(source.path(), source.digest());
        found.ifPresent(findings -> hold(source, findings));
        return found;
    }

    private void hold(SourceFile source, Findings findings) {
        if (held.size() < maxHeld) {
            held.put(source.path(), new HeldFindings(source.digest(), findings));
        }
    }
}
