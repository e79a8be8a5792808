package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.NoticeStatus;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.search.codec.BitWriter;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.files.IndexFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader is shown of the notices of a language, and by what they are chosen. Sections 5.4 and 5.5 of the specification. */
final class FacetWriter {
    /** Notices in a file of cards, and files in a group that has one name. */
    private static final int CARDS_PER_FILE = 8;

    private static final int FILES_PER_GROUP = 32;
    private static final List<CategoryType> FACETS =
            List.of(CategoryType.ISSUERS, CategoryType.TOPICS, CategoryType.KINDS);

    private final Catalog catalog;
    private final Language language;
    private final List<Notice> notices;
    private final IndexFiles indexFiles;
    private final String folder;

    FacetWriter(Catalog catalog, Language language, List<Notice> notices, IndexFiles indexFiles, String folder) {
        this.catalog = catalog;
        this.language = language;
        this.notices = notices;
        this.indexFiles = indexFiles;
        this.folder = folder;
    }

    /** Writes the cards; names the groups of their files. */
    List<byte[]> writeCards() {
        List<byte[]> groups = new ArrayList<>();
        ByteWriter out = new ByteWriter(1 << 12);
        for (int from = 0; from < notices.size(); from += CARDS_PER_FILE * FILES_PER_GROUP) {
            List<byte[]> files = new ArrayList<>();
            for (int next = from;
                    next < Math.min(from + CARDS_PER_FILE * FILES_PER_GROUP, notices.size());
                    next += CARDS_PER_FILE) {
                notices.subList(next, Math.min(next + CARDS_PER_FILE, notices.size()))
                        .forEach(notice -> encodeCard(notice, out));
                files.add(out.takeBytes());
            }
            groups.add(indexFiles.add(folder, "c", files));
        }
        return groups;
    }

    private void encodeCard(Notice notice, ByteWriter out) {
        out.writeText(notice.slug());
        out.writeText(notice.dates().issued().toString());
        out.writeText(notice.editionFor(language).title());
        out.writeText(notice.number().map(DocumentNumber::printed).orElse(""));
        out.writeNumber(notice.issuers().size());
        notice.issuers().forEach(issuer -> out.writeText(issuer.name().in(language)));
        out.writeText(notice.kind().name().in(language));
        List<NoticeStatus> statuses = catalog.statuses(notice);
        out.writeNumber(statuses.size());
        statuses.forEach(noticeStatus -> out.writeText(noticeStatus.key()));
    }

    /** Writes which notices stand on which shelf of issuers, topics and kinds; names the file. */
    byte[] writeFacets() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < notices.size(); i++) {
            numbers.put(notices.get(i).slug(), i);
        }
        ByteWriter out = new ByteWriter(1 << 12);
        for (CategoryType kind : FACETS) {
            out.writeNumber(catalog.categories(kind).size());
            for (Category category : catalog.categories(kind)) {
                int[] members = members(category, numbers);
                byte[] list = encodeMembers(members);
                out.writeText(category.key());
                out.writeText(category.name().in(language));
                out.writeNumber(members.length);
                out.writeNumber(list.length);
                out.writeBytes(list);
            }
        }
        return indexFiles.add(folder, "f", out.takeBytes());
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
    void encodeYears(ByteWriter out) {
        Map<Integer, Integer> years = new LinkedHashMap<>();
        notices.forEach(notice -> years.merge(notice.year(), 1, Integer::sum));
        out.writeNumber(years.size());
        years.forEach((year, count) -> {
            out.writeNumber(year);
            out.writeNumber(count);
        });
    }

    private static byte[] encodeMembers(int[] members) {
        BitWriter bitWriter = new BitWriter();
        int k = members.length == 0
                ? 0
                : BitWriter.riceParameter(members[members.length - 1] + 1 - members.length, members.length);
        bitWriter.writeBits(k, 4);
        int last = -1;
        for (int member : members) {
            bitWriter.writeRice(member - last - 1, k);
            last = member;
        }
        return bitWriter.takeBytes();
    }
}
