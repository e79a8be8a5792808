package io.noticepress.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/**
 * flexmark, set up once: CommonMark with GFM tables, footnotes, strikethrough and bare links. Immutable; may be shared by
 * threads, each text being parsed with a state of its own.
 */
final class Grammar {
    private final Parser parser;

    Grammar() {
        DataHolder options = options();
        parser = Parser.builder(options)
                .extensions(List.of(TablesExtension.create(), FootnoteExtension.create()))
                .customDelimiterProcessor(new Asterisks())
                .customDelimiterProcessor(new Tildes())
                .postProcessorFactory(new BareLinks.Factory())
                .build();
    }

    private static DataHolder options() {
        return new MutableDataSet()
                .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
                .set(Parser.SPACE_IN_LINK_URLS, true)
                .set(TablesExtension.COLUMN_SPANS, false)
                .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
                .set(TablesExtension.MIN_HEADER_ROWS, 1)
                .set(TablesExtension.MAX_HEADER_ROWS, 1)
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                .set(TablesExtension.WITH_CAPTION, false)
                .toImmutable();
    }

    /** The text as a tree. */
    Document parse(Deadline text) {
        return parser.parse(BasedSequence.of(text));
    }
}
