package io.noticepress.build;

import io.noticepress.content.BodyReader;
import io.noticepress.content.TextSource;
import io.noticepress.markdown.Addresses;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Findings;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.MarkdownText;
import io.noticepress.model.Digest;
import io.noticepress.model.SourceFile;
import io.noticepress.search.SearchIndex;
import io.noticepress.search.Slip;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The texts of a run. A text is parsed when a page needs it or when nothing is remembered of it; what was found in it is
 * kept, the text itself is not.
 */
final class Texts {
    private final BodyReader reader;
    private final Notes notes;
    private final Map<String, TextSource> byPath = new HashMap<>();

    /** What was found and asked for before, as long as there is room. */
    private final Map<String, AtHand> atHand = new ConcurrentHashMap<>();

    /** What was found in the text that has these bytes. */
    private record AtHand(Digest digest, SoftReference<Findings> findings) {
        static AtHand of(SourceFile source, Findings findings) {
            return new AtHand(source.digest(), new SoftReference<>(findings));
        }
    }

    /** The texts of a content, read by {@link Markdown#parse} if pages are made of them, else by {@link Markdown#proofread}. */
    Texts(Reading content, BiFunction<MarkdownText, Addresses, Body> markdown, Notes notes) {
        this.reader = new BodyReader(content.folder(), content.site(), markdown);
        this.notes = notes;
        content.texts().forEach(text -> byPath.put(text.source().path(), text));
    }

    /** The text of an edition or a page. */
    TextSource source(SourceFile file) {
        return byPath.get(file.path());
    }

    /** The text, parsed now. */
    Body read(TextSource text) {
        Body body = reader.read(text);
        notes.remember(
                text.source().path(), text.source().digest(), body.findings(), () -> Slip.of(body, chinese(text)));
        atHand.put(text.source().path(), AtHand.of(text.source(), body.findings()));
        return body;
    }

    /** The words of all texts as they are searched. */
    SearchIndex.Slips slips() {
        return new SearchIndex.Slips() {
            @Override
            public Optional<String> now(SourceFile text) {
                return Optional.of(slip(text));
            }

            @Override
            public Optional<String> before(SourceFile text) {
                return notes.slip(text.path(), text.digest());
            }
        };
    }

    /** Its words as they are searched; parses it if they are not known. */
    String slip(SourceFile file) {
        TextSource text = source(file);
        return notes.slip(file.path(), file.digest()).orElseGet(() -> Slip.of(read(text), chinese(text)));
    }

    private static boolean chinese(TextSource text) {
        return text.language().isChinese();
    }

    /** Whether something is known of it; that may prove to be damaged. */
    boolean isKnown(TextSource text) {
        return notes.knows(text.source().path(), text.source().digest());
    }

    /** What was found in it, now or in an earlier build; parses it if nothing is known. */
    Findings known(TextSource text) {
        return findings(text).orElseGet(() -> read(text).findings());
    }

    /** What is known of it without parsing. */
    Optional<Findings> findings(TextSource text) {
        SourceFile source = text.source();
        AtHand before = atHand.get(source.path());
        Findings here = before != null && before.digest().equals(source.digest())
                ? before.findings().get()
                : null;
        if (here != null) {
            return Optional.of(here);
        }
        Optional<Findings> found = notes.findings(source.path(), source.digest());
        found.ifPresent(findings -> atHand.put(source.path(), AtHand.of(source, findings)));
        return found;
    }
}
