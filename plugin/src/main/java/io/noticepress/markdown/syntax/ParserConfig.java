package io.noticepress.markdown.syntax;

import com.vladsch.flexmark.ext.footnotes.internal.FootnoteLinkRefProcessor;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.noticepress.markdown.limits.MeteredText;
import java.util.List;

/**
 * Configured flexmark parsers: CommonMark with GFM tables, footnotes, strikethrough and autolinks. Immutable; may be shared by
 * threads, as each parse has its own state.
 *
 * <p>Example: {@code 关于**《办法》**的通知} is parsed to a paragraph of the text {@code 关于}, strong emphasis and the text
 * {@code 的通知}.
 */
public final class ParserConfig {
    private final Parser basicParser = createParser(false, false);
    private final Parser tableParser = createParser(true, false);
    private final Parser autolinkParser = createParser(false, true);
    private final Parser fullParser = createParser(true, true);

    /** Looking for tables and bare URLs takes a quarter of the parsing time, and most texts contain neither. */
    private static Parser createParser(boolean tables, boolean autolinks) {
        MutableDataSet options = options();
        Parser.Builder parser = Parser.builder(BlockStarts.withoutBuiltIn(options))
                .customBlockParserFactory(new BlockStarts(options))
                .linkRefProcessorFactory(new FootnoteLinkRefProcessor.Factory())
                .customDelimiterProcessor(new CjkEmphasis())
                .customDelimiterProcessor(new CjkStrikethrough());
        if (tables) {
            parser.extensions(List.of(TablesExtension.create()));
        }
        if (autolinks) {
            parser.postProcessorFactory(new CjkAutolinks.CjkAutolinksFactory());
        }
        return parser.build();
    }

    private static MutableDataSet options() {
        return new MutableDataSet()
                .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
                .set(Parser.SPACE_IN_LINK_URLS, true)
                .set(TablesExtension.COLUMN_SPANS, false)
                .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
                .set(TablesExtension.MIN_HEADER_ROWS, 1)
                .set(TablesExtension.MAX_HEADER_ROWS, 1)
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                .set(TablesExtension.WITH_CAPTION, false);
    }

    /** Parses a text to a syntax tree. */
    public Document parse(MeteredText text) {
        String source = text.toString();
        boolean tables = source.indexOf('|') >= 0;
        Parser parser = CjkAutolinks.mayOccurIn(source)
                ? tables ? fullParser : autolinkParser
                : tables ? tableParser : basicParser;
        return parser.parse(BasedSequence.of(text));
    }
}
