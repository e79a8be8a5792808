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
 * flexmark, set up once: CommonMark with GFM tables, footnotes, strikethrough and bare links. Immutable; may be shared by
 * threads, each text being parsed with a state of its own.
 */
public final class ParserConfig {
    private final Parser basicParser = createParser(false, false);
    private final Parser tableParser = createParser(true, false);
    private final Parser autolinkParser = createParser(false, true);
    private final Parser fullParser = createParser(true, true);

    /** What looks for tables and bare links costs a quarter of the time; most texts can have neither. */
    private static Parser createParser(boolean tables, boolean bareLinks) {
        MutableDataSet options = options();
        Parser.Builder parser = Parser.builder(BlockStarts.withoutBuiltIn(options))
                .customBlockParserFactory(new BlockStarts(options))
                .linkRefProcessorFactory(new FootnoteLinkRefProcessor.Factory())
                .customDelimiterProcessor(new CjkEmphasis())
                .customDelimiterProcessor(new CjkStrikethrough());
        if (tables) {
            parser.extensions(List.of(TablesExtension.create()));
        }
        if (bareLinks) {
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

    /** The text as a tree. */
    public Document parse(MeteredText text) {
        String words = text.toString();
        boolean tables = words.indexOf('|') >= 0;
        Parser parser = CjkAutolinks.mayOccurIn(words)
                ? tables ? fullParser : autolinkParser
                : tables ? tableParser : basicParser;
        return parser.parse(BasedSequence.of(text));
    }
}
