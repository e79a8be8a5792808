package io.noticepress.intake;

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
public record Account(Source source, Ledger ledger, int characters, int kept, int normalised, int dropped) {
    /** The account of a ledger in which every character has a fate. */
    static Account of(Source source, Ledger ledger) {
        int[] sums = new int[3];
        for (int i = 0; i < ledger.size(); i++) {
            sums[List.of("kept", "normalised", "dropped").indexOf(ledger.fate(i).group())] += count(source, i);
        }
        int all = source.text().codePointCount(0, source.text().length());
        return new Account(source, ledger, all, sums[0], sums[1], sums[2]);
    }

    /** Whether the sum comes to the whole file. */
    boolean isComplete() {
        return kept + normalised + dropped == characters;
    }

    private static int count(Source source, int i) {
        return i > 0
                        && Character.isSurrogatePair(
                                source.text().charAt(i - 1), source.text().charAt(i))
                ? 0
                : 1;
    }

    /** How the source was read: {@code text, GB18030}. */
    public String form() {
        return source.form();
    }

    /** The account as a file. */
    public byte[] json(List<String> files) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("file", source.name());
        origin.put("sha256", source.sha256());
        origin.put("form", source.form());
        json.put("source", origin);
        json.put("files", files);
        json.put("characters", characters);
        json.put("kept", kept);
        json.put("normalised", normalised);
        json.put("dropped", dropped);
        json.put("keptIn", ledger.places());
        json.put("normalisedBy", group("normalised"));
        json.put("droppedFor", group("dropped"));
        return JsonWriter.renderFile(json);
    }

    private List<Object> group(String group) {
        Map<Fate, List<Object>> places = new EnumMap<>(Fate.class);
        Map<Fate, Integer> sums = new EnumMap<>(Fate.class);
        int line = 0;
        int column = 1;
        for (int i = 0; i < ledger.size(); ) {
            Fate fate = ledger.fate(i);
            int end = i + 1;
            while (end < ledger.size() && ledger.fate(end) == fate) {
                end++;
            }
            int start = source.starts().get(line);
            while (line + 1 < source.starts().size() && source.starts().get(line + 1) <= i) {
                line++;
            }
            if (source.starts().get(line) > start) {
                column = 1 + source.text().codePointCount(source.starts().get(line), i);
            }
            if (fate.group().equals(group)) {
                Map<String, Object> place = new LinkedHashMap<>();
                place.put("line", line + 1);
                place.put("column", column);
                place.put("text", HiddenChars.escape(source.text().substring(i, end)));
                places.computeIfAbsent(fate, key -> new ArrayList<>()).add(place);
                sums.merge(fate, source.text().codePointCount(i, end), Integer::sum);
            }
            column += source.text().codePointCount(i, end);
            i = end;
        }
        List<Object> entries = new ArrayList<>();
        places.forEach((fate, at) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", fate.code());
            entry.put("zh", fate.meaning().zh());
            entry.put("en", fate.meaning().en());
            entry.put("characters", sums.get(fate));
            entry.put("places", at);
            entries.add(entry);
        });
        return entries;
    }
}
