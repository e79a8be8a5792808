package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.NoticeStatus;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader is shown of the notices of a language, and by what they are chosen. Sections 5.4 and 5.5 of the specification. */
final class Faces {
    /** Notices in a file of cards, and files in a group that has one name. */
    private static final int CARDS = 8;

    private static final int GROUP = 32;
    private static final List<CategoryType> CHOICES =
            List.of(CategoryType.ISSUERS, CategoryType.TOPICS, CategoryType.KINDS);

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

    /** Writes the cards; names the groups of their files. */
    List<byte[]> cards() {
        List<byte[]> groups = new ArrayList<>();
        Bytes out = new Bytes(1 << 12);
        for (int from = 0; from < notices.size(); from += CARDS * GROUP) {
            List<byte[]> files = new ArrayList<>();
            for (int next = from; next < Math.min(from + CARDS * GROUP, notices.size()); next += CARDS) {
                notices.subList(next, Math.min(next + CARDS, notices.size())).forEach(notice -> card(notice, out));
                files.add(out.take());
            }
            groups.add(shards.add(folder, "c", files));
        }
        return groups;
    }

    private void card(Notice notice, Bytes out) {
        out.text(notice.slug());
        out.text(notice.dates().issued().toString());
        out.text(notice.editionFor(language).title());
        out.text(notice.number().map(DocumentNumber::printed).orElse(""));
        out.number(notice.issuers().size());
        notice.issuers().forEach(issuer -> out.text(issuer.name().in(language)));
        out.text(notice.kind().name().in(language));
        List<NoticeStatus> statuses = catalog.statuses(notice);
        out.number(statuses.size());
        statuses.forEach(noticeStatus -> out.text(noticeStatus.key()));
    }

    /** Writes which notices stand on which shelf of issuers, topics and kinds; names the file. */
    byte[] choices() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < notices.size(); i++) {
            numbers.put(notices.get(i).slug(), i);
        }
        Bytes out = new Bytes(1 << 12);
        for (CategoryType kind : CHOICES) {
            out.number(catalog.categories(kind).size());
            for (Category category : catalog.categories(kind)) {
                int[] members = members(category, numbers);
                byte[] list = list(members);
                out.text(category.key());
                out.text(category.name().in(language));
                out.number(members.length);
                out.number(list.length);
                out.raw(list);
            }
        }
        return shards.add(folder, "f", out.take());
    }

    /** The numbers of the notices on a shelf, on which the newest stand first. */
    private static int[] members(Category category, Map<String, Integer> numbers) {
        int[] members = new int[category.notices().size()];
        int count = 0;
        for (int i = members.length - 1; i >= 0; i--) {
            Integer number = numbers.get(category.notices().get(i).slug());
            if (number != null) {
                members[count++] = number;
            }
        }
        return Arrays.copyOf(members, count);
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
