package io.noticepress.markdown.syntax;

import com.vladsch.flexmark.ext.footnotes.internal.FootnoteBlockParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.core.HtmlBlockParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.parser.internal.DocumentParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts blocks other than paragraphs. It calls flexmark's factory of a kind of block only if a line begins with one of the
 * characters that can start it, for speed: flexmark itself tries all kinds on every line that does not begin with a letter, and
 * most of its patterns read the whole line before they fail.
 */
final class BlockStarts implements CustomBlockParserFactory {
    private static final int CODE_INDENT = 4;
    private static final Map<Class<?>, String> FIRST_CHARS = Map.of(
            BlockQuoteParser.Factory.class,
            ">",
            HeadingParser.Factory.class,
            "#=-",
            FencedCodeBlockParser.Factory.class,
            "`~",
            HtmlBlockParser.Factory.class,
            "<",
            ThematicBreakParser.Factory.class,
            "*-_",
            ListBlockParser.Factory.class,
            "*+-0123456789",
            IndentedCodeBlockParser.Factory.class,
            "",
            FootnoteBlockParser.Factory.class,
            "[");

    private final List<BlockStartRule> rules;

    private record BlockStartRule(String firstChars, BlockParserFactory factory) {}

    BlockStarts(DataHolder options) {
        rules =
                DocumentParser.calculateBlockParserFactories(options, List.of(new FootnoteBlockParser.Factory()))
                        .stream()
                        .map(kind -> new BlockStartRule(FIRST_CHARS.get(kind.getClass()), kind.apply(options)))
                        .toList();
    }

    /** {@code options} without flexmark's own block starts, which would run in addition. */
    static DataHolder withoutBuiltIn(DataHolder options) {
        return new MutableDataSet(options)
                .set(Parser.BLOCK_QUOTE_PARSER, false)
                .set(Parser.HEADING_PARSER, false)
                .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                .set(Parser.HTML_BLOCK_PARSER, false)
                .set(Parser.THEMATIC_BREAK_PARSER, false)
                .set(Parser.LIST_BLOCK_PARSER, false)
                .set(Parser.INDENTED_CODE_BLOCK_PARSER, false);
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        return this::start;
    }

    private BlockStart start(ParserState state, MatchedBlockParser matched) {
        boolean indented = state.getIndent() >= CODE_INDENT;
        char first = state.getLine().charAt(state.getNextNonSpaceIndex());
        for (BlockStartRule blockStartRule : rules) {
            if (indented || blockStartRule.firstChars().indexOf(first) >= 0) {
                BlockStart found = blockStartRule.factory().tryStart(state, matched);
                if (found != BlockStart.none()) {
                    return found;
                }
            }
        }
        return BlockStart.none();
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
        return Set.of();
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
        return Set.of();
    }

    @Override
    public boolean affectsGlobalScope() {
        return false;
    }
}
