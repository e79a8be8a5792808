package io.noticepress.importer.account;

import io.noticepress.importer.source.SourceDocument;
import io.noticepress.json.JsonWriter;
import io.noticepress.problem.HiddenChars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Account of an import: what became of every character of the source.
 *
 * @param characters number of characters of the source; {@code kept + normalised + dropped} if the account is complete
 */
public record ImportAccount(
        SourceDocument source, CharLedger ledger, int characters, int kept, int normalised, int dropped) {
    /** The account of a ledger in which every character is assigned. */
    public static ImportAccount of(SourceDocument sourceDocument, CharLedger charLedger) {
        List<String> groups = List.of("kept", "normalised", "dropped");
        int[] sums = new int[3];
        for (int i = 0; i < charLedger.size(); i++) {
            sums[groups.indexOf(charLedger.disposition(i).group())] += codePointsAt(sourceDocument, i);
        }
        int all = sourceDocument.text().codePointCount(0, sourceDocument.text().length());
        return new ImportAccount(sourceDocument, charLedger, all, sums[0], sums[1], sums[2]);
    }

    /** Whether all characters of the source are counted. */
    public boolean isComplete() {
        return kept + normalised + dropped == characters;
    }

    /** 1 for a code point that begins at an offset, 0 for its low surrogate. */
    private static int codePointsAt(SourceDocument sourceDocument, int i) {
        return i > 0
                        && Character.isSurrogatePair(
                                sourceDocument.text().charAt(i - 1),
                                sourceDocument.text().charAt(i))
                ? 0
                : 1;
    }

    /** Format and encoding of the source: {@code text, GB18030}. */
    public String readAs() {
        return source.readAs();
    }

    /** The account as a JSON file; {@code files} are the paths of the draft's editions. */
    public byte[] renderJson(List<String> files) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> sourceEntry = new LinkedHashMap<>();
        sourceEntry.put("file", source.fileName());
        sourceEntry.put("sha256", source.sha256());
        sourceEntry.put("form", source.readAs());
        json.put("source", sourceEntry);
        json.put("files", files);
        json.put("characters", characters);
        json.put("kept", kept);
        json.put("normalised", normalised);
        json.put("dropped", dropped);
        json.put("keptIn", ledger.keptPerField());
        json.put("normalisedBy", entriesOf("normalised"));
        json.put("droppedFor", entriesOf("dropped"));
        return JsonWriter.renderFile(json);
    }

    /** One entry for each disposition of a group, with the line and column of each run of characters. */
    private List<Object> entriesOf(String group) {
        Map<Disposition, List<Object>> places = new EnumMap<>(Disposition.class);
        Map<Disposition, Integer> sums = new EnumMap<>(Disposition.class);
        int line = 0;
        int column = 1;
        for (int i = 0; i < ledger.size(); ) {
            Disposition disposition = ledger.disposition(i);
            int end = i + 1;
            while (end < ledger.size() && ledger.disposition(end) == disposition) {
                end++;
            }
            int lineStart = source.lineStarts().get(line);
            while (line + 1 < source.lineStarts().size() && source.lineStarts().get(line + 1) <= i) {
                line++;
            }
            if (source.lineStarts().get(line) > lineStart) {
                column = 1 + source.text().codePointCount(source.lineStarts().get(line), i);
            }
            if (disposition.group().equals(group)) {
                Map<String, Object> place = new LinkedHashMap<>();
                place.put("line", line + 1);
                place.put("column", column);
                place.put("text", HiddenChars.escape(source.text().substring(i, end)));
                places.computeIfAbsent(disposition, key -> new ArrayList<>()).add(place);
                sums.merge(disposition, source.text().codePointCount(i, end), Integer::sum);
            }
            column += source.text().codePointCount(i, end);
            i = end;
        }
        List<Object> entries = new ArrayList<>();
        places.forEach((disposition, runs) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", disposition.code());
            entry.put("zh", disposition.meaning().zh());
            entry.put("en", disposition.meaning().en());
            entry.put("characters", sums.get(disposition));
            entry.put("places", runs);
            entries.add(entry);
        });
        return entries;
    }
}
