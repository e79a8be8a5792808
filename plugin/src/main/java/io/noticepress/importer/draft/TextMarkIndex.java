package io.noticepress.importer.draft;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import io.noticepress.importer.source.SourceDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is bold in a source, and behind which characters footnotes are referred to, by places of the source. */
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
                    int behind = textMark.from() - 1;
                    while (behind > 0
                            && Character.isWhitespace(extractedLine.text().charAt(behind))) {
                        behind--;
                    }
                    references
                            .computeIfAbsent(start + behind, key -> new ArrayList<>())
                            .add(textMark.text());
                }
            }
        }
    }

    boolean isBold(int place) {
        return place >= 0 && bold.get(place);
    }

    /** The numbers of the notes that are referred to behind a character. */
    List<String> referencesAfter(int place) {
        return references.getOrDefault(place, List.of());
    }
}
