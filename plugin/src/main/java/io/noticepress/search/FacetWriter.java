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

/** Writes the result cards and facets of a language. Sections 5.4 and 5.5 of {@code search.md}. */
final class FacetWriter {
    /** Notices in a file of cards, and files in a group that is listed by one hash. */
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

    /** Writes the cards and returns the hashes of their groups. */
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

    /** Writes the members of all issuers, topics and kinds, and returns the hash of the file. */
    byte[] writeFacets() {
        Map<String, Integer> numbersBySlug = new HashMap<>();
        for (int i = 0; i < notices.size(); i++) {
            numbersBySlug.put(notices.get(i).slug(), i);
        }
        ByteWriter out = new ByteWriter(1 << 12);
        for (CategoryType type : FACETS) {
            out.writeNumber(catalog.categories(type).size());
            for (Category category : catalog.categories(type)) {
                int[] members = members(category, numbersBySlug);
                byte[] encoded = encodeMembers(members);
                out.writeText(category.key());
                out.writeText(category.name().in(language));
                out.writeNumber(members.length);
                out.writeNumber(encoded.length);
                out.writeBytes(encoded);
            }
        }
        return indexFiles.add(folder, "f", out.takeBytes());
    }

    /** The numbers of the notices of a category, ascending; the category has the newest notice first. */
    private static int[] members(Category category, Map<String, Integer> numbersBySlug) {
        int[] members = new int[category.notices().size()];
        int count = 0;
        for (int i = members.length - 1; i >= 0; i--) {
            Integer number = numbersBySlug.get(category.notices().get(i).slug());
            if (number != null) {
                members[count++] = number;
            }
        }
        return Arrays.copyOf(members, count);
    }

    /** Writes the number of notices of each year, oldest first. */
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
        BitWriter bits = new BitWriter();
        int k = members.length == 0
                ? 0
                : BitWriter.riceParameter(members[members.length - 1] + 1 - members.length, members.length);
        bits.writeBits(k, 4);
        int previous = -1;
        for (int member : members) {
            bits.writeRice(member - previous - 1, k);
            previous = member;
        }
        return bits.takeBytes();
    }
}
