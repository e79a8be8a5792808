package io.noticepress.markdown;

import com.vladsch.flexmark.ext.footnotes.internal.FootnoteBlockParser;
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
import com.vladsch.flexmark.util.data.DataSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Begins blocks other than paragraphs. Of each kind it asks flexmark only where a line begins with one of its marks:
 * flexmark itself asks of every line that begins with no letter, and most of its patterns read all of the line before
 * they say no.
 */
final class Starts implements CustomBlockParserFactory {
    private static final int CODE_INDENT = 4;
    private static final Map<Class<?>, String> MARKS = Map.of(
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

    private final List<CustomBlockParserFactory> kinds =
            DocumentParser.calculateBlockParserFactories(new DataSet(), List.of(new FootnoteBlockParser.Factory()));

    @Override
    public BlockParserFactory apply(DataHolder options) {
        List<BlockParserFactory> starts =
                kinds.stream().map(kind -> kind.apply(options)).toList();
        List<String> marks =
                kinds.stream().map(kind -> MARKS.get(kind.getClass())).toList();
        return (state, matched) -> start(starts, marks, state, matched);
    }

    private static BlockStart start(
            List<BlockParserFactory> starts, List<String> marks, ParserState state, MatchedBlockParser matched) {
        char first = state.getLine().charAt(state.getNextNonSpaceIndex());
        for (int i = 0; i < starts.size(); i++) {
            if (state.getIndent() >= CODE_INDENT || marks.get(i).indexOf(first) >= 0) {
                BlockStart found = starts.get(i).tryStart(state, matched);
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
