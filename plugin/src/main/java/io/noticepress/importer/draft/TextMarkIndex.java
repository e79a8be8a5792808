package io.noticepress.importer.draft;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import io.noticepress.importer.source.SourceDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bold characters and footnote references of a source, by source offset. */
public final class TextMarkIndex {
    private final BitSet bold = new BitSet();
    private final Map<Integer, List<String>> references = new HashMap<>();

    public TextMarkIndex(SourceDocument sourceDocument) {
        for (int i = 0; i < sourceDocument.lines().size(); i++) {
            ExtractedLine extractedLine = sourceDocument.lines().get(i);
            int start = sourceDocument.lineStarts().get(i);
            for (TextMark textMark : extractedLine.marks()) {
                if (textMark.kind() == TextMark.MarkKind.BOLD) {
                    bold.set(start + textMark.from(), start + textMark.to());
                } else if (textMark.kind() == TextMark.MarkKind.NOTE) {
                    int before = textMark.from() - 1;
                    while (before > 0
                            && Character.isWhitespace(extractedLine.text().charAt(before))) {
                        before--;
                    }
                    references
                            .computeIfAbsent(start + before, key -> new ArrayList<>())
                            .add(textMark.text());
                }
            }
        }
    }

    boolean isBold(int offset) {
        return offset >= 0 && bold.get(offset);
    }

    /** The numbers of the notes that are referred to after a character. */
    List<String> referencesAfter(int offset) {
        return references.getOrDefault(offset, List.of());
    }
}
