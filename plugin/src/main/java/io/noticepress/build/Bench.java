package io.noticepress.build;

import io.noticepress.content.TextSource;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Findings;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.theme.Sources;
import java.util.HashMap;
import java.util.Map;

/** What lies on the bench while the pages of one notice are made, so that no text is parsed twice. For one thread. */
final class Bench implements Sources {
    private final Reading content;
    private final Texts texts;
    private final Map<String, Body> bodies = new HashMap<>();

    Bench(Reading content, Texts texts) {
        this.content = content;
        this.texts = texts;
    }

    /** Parses a text of which nothing is known; the pages that are made next need it too. */
    void know(TextSource text) {
        if (texts.findings(text).isEmpty()) {
            body(text.source());
        }
    }

    @Override
    public Body body(SourceFile source) {
        return bodies.computeIfAbsent(source.path(), path -> texts.read(texts.source(source)));
    }

    @Override
    public Findings findings(SourceFile source) {
        Body here = bodies.get(source.path());
        return here != null ? here.findings() : texts.known(texts.source(source));
    }

    @Override
    public byte[] bytes(Notice notice, Attachment attachment) {
        return content.attachment(notice, attachment);
    }
}
