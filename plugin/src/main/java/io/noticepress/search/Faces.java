package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Shelf;
import io.noticepress.catalog.ShelfKind;
import io.noticepress.catalog.Status;
import io.noticepress.json.Json;
import io.noticepress.model.DocNumber;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader is shown of the notices of a language, and by what they are chosen. Sections 5.4 and 5.5 of the specification. */
final class Faces {
    /** Notices in a file of cards, and files in a directory of them. */
    private static final int CARDS = 8;

    private static final int DIRECTORY = 64;
    private static final List<ShelfKind> CHOICES = List.of(ShelfKind.ISSUERS, ShelfKind.TOPICS, ShelfKind.KINDS);

    private final Catalog catalog;
    private final Language language;
    private final List<Notice> notices;
    private final Shards shards;
    private final String folder;

    Faces(Catalog catalog, Language language, List<Notice> notices, Shards shards, String folder) {
        this.catalog = catalog;
        this.language = language;
        this.notices = notices;
        this.shards = shards;
        this.folder = folder;
    }

    /** Writes the cards and their directories; names the latter. */
    List<byte[]> cards() {
        List<byte[]> files = new ArrayList<>();
        for (int from = 0; from < notices.size(); from += CARDS) {
            List<Object> cards = new ArrayList<>();
            notices.subList(from, Math.min(from + CARDS, notices.size())).forEach(notice -> cards.add(card(notice)));
            files.add(shards.add(folder, "c", Json.script(cards).getBytes(StandardCharsets.UTF_8)));
        }
        List<byte[]> directories = new ArrayList<>();
        for (int from = 0; from < files.size(); from += DIRECTORY) {
            Bytes out = new Bytes(DIRECTORY * Long.BYTES);
            files.subList(from, Math.min(from + DIRECTORY, files.size())).forEach(out::raw);
            directories.add(shards.add(folder, "d", out.take()));
        }
        return directories;
    }

    private List<Object> card(Notice notice) {
        return List.of(
                notice.slug(),
                notice.dates().issued().toString(),
                notice.editionFor(language).title(),
                notice.number().map(DocNumber::printed).orElse(""),
                notice.issuers().stream()
                        .map(issuer -> issuer.name().in(language))
                        .toList(),
                notice.kind().name().in(language),
                catalog.statuses(notice).stream().map(Status::key).toList());
    }

    /** Writes which notices stand on which shelf of issuers, topics and kinds; names the file. */
    byte[] choices() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < notices.size(); i++) {
            numbers.put(notices.get(i).slug(), i);
        }
        Bytes out = new Bytes(1 << 12);
        for (ShelfKind kind : CHOICES) {
            out.number(catalog.shelves(kind).size());
            for (Shelf shelf : catalog.shelves(kind)) {
                int[] members = shelf.notices().stream()
                        .filter(notice -> numbers.containsKey(notice.slug()))
                        .mapToInt(notice -> numbers.get(notice.slug()))
                        .sorted()
                        .toArray();
                byte[] list = list(members);
                out.text(shelf.key());
                out.text(shelf.name().in(language));
                out.number(members.length);
                out.number(list.length);
                out.raw(list);
            }
        }
        return shards.add(folder, "f", out.take());
    }

    /** Writes how many notices there are of each year, oldest first. */
    void years(Bytes out) {
        Map<Integer, Integer> years = new LinkedHashMap<>();
        notices.forEach(notice -> years.merge(notice.year(), 1, Integer::sum));
        out.number(years.size());
        years.forEach((year, count) -> {
            out.number(year);
            out.number(count);
        });
    }

    private static byte[] list(int[] members) {
        Bits bits = new Bits();
        int k = members.length == 0 ? 0 : Bits.k(members[members.length - 1] + 1 - members.length, members.length);
        bits.put(k, 4);
        int last = -1;
        for (int member : members) {
            bits.rice(member - last - 1, k);
            last = member;
        }
        return bits.take();
    }
}
