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
 * What became of every character of a source.
 *
 * @param characters how many the source has: {@code kept + normalised + dropped}
 */
public record ImportAccount(
        SourceDocument source, CharLedger ledger, int characters, int kept, int normalised, int dropped) {
    /** The account of a ledger in which every character has a fate. */
    public static ImportAccount of(SourceDocument sourceDocument, CharLedger charLedger) {
        int[] sums = new int[3];
        for (int i = 0; i < charLedger.size(); i++) {
            sums[
                    List.of("kept", "normalised", "dropped")
                            .indexOf(charLedger.disposition(i).group())] += codePointsAt(sourceDocument, i);
        }
        int all = sourceDocument.text().codePointCount(0, sourceDocument.text().length());
        return new ImportAccount(sourceDocument, charLedger, all, sums[0], sums[1], sums[2]);
    }

    /** Whether the sum comes to the whole file. */
    public boolean isComplete() {
        return kept + normalised + dropped == characters;
    }

    private static int codePointsAt(SourceDocument sourceDocument, int i) {
        return i > 0
                        && Character.isSurrogatePair(
                                sourceDocument.text().charAt(i - 1),
                                sourceDocument.text().charAt(i))
                ? 0
                : 1;
    }

    /** How the source was read: {@code text, GB18030}. */
    public String readAs() {
        return source.readAs();
    }

    /** The account as a file. */
    public byte[] renderJson(List<String> files) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("file", source.fileName());
        origin.put("sha256", source.sha256());
        origin.put("form", source.readAs());
        json.put("source", origin);
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
            int start = source.lineStarts().get(line);
            while (line + 1 < source.lineStarts().size() && source.lineStarts().get(line + 1) <= i) {
                line++;
            }
            if (source.lineStarts().get(line) > start) {
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
        places.forEach((disposition, at) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", disposition.code());
            entry.put("zh", disposition.meaning().zh());
            entry.put("en", disposition.meaning().en());
            entry.put("characters", sums.get(disposition));
            entry.put("places", at);
            entries.add(entry);
        });
        return entries;
    }
}
