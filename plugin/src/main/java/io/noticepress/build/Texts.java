package io.noticepress.build;

import io.noticepress.content.BodyReader;
import io.noticepress.content.TextSource;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Findings;
import io.noticepress.markdown.Markdown;
import io.noticepress.output.OutputTree;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of a run. A text is parsed when a page needs it or when nothing is remembered of it; what was found in it is
 * kept, the text itself is not.
 */
final class Texts {
    private final BodyReader reader;
    private final Optional<OutputTree> memory;
    private final Map<String, Findings> found = new ConcurrentHashMap<>();

    Texts(Reading content, Markdown markdown, Optional<OutputTree> memory) {
        this.reader = new BodyReader(content.folder(), content.site(), markdown::parse);
        this.memory = memory;
    }

    /** The text, parsed now. */
    Body read(TextSource text) {
        Body body = reader.read(text);
        String path = text.source().path();
        if (memory.isPresent()) {
            memory.get().remember(path, text.source().digest(), body.findings());
        } else {
            found.put(path, body.findings());
        }
        return body;
    }

    /** What was found in it, now or in an earlier build; parses it if nothing is known. */
    Findings known(TextSource text) {
        return findings(text).orElseGet(() -> read(text).findings());
    }

    /** What is known of it without parsing. */
    Optional<Findings> findings(TextSource text) {
        return memory.isPresent()
                ? memory.get().findings(text.source().path(), text.source().digest())
                : Optional.ofNullable(found.get(text.source().path()));
    }
}
