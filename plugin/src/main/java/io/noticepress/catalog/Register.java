package io.noticepress.catalog;

import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Issuer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The document numbers of an issuer by year and prefix, with gaps for numbers that are not published here.
 *
 * <p>A joint notice carries the number of its lead body, so it is listed in that body's register only.
 *
 * @param series newest year first, then by prefix; series without a year last
 */
public record Register(List<NumberSeries> series) {
    /**
     * The numbers with one prefix in one year: 示例科协发〔2030〕1号 to 24号.
     *
     * @param code the prefix (机关代字), may be empty
     * @param year 0 for numbers that run on over the years, as those of orders (令) do
     * @param entries by number, from 1, complete: each is a notice or a gap
     */
    public record NumberSeries(String code, int year, List<NumberEntry> entries) {}

    /**
     * A notice, or a gap of unpublished numbers.
     *
     * @param first the first number
     * @param last the last number; the same for a notice
     * @param notice empty for a gap
     */
    public record NumberEntry(int first, int last, Optional<Notice> notice) {}

    private record SeriesKey(String code, int year) {}

    private static final Comparator<SeriesKey> ORDER =
            Comparator.comparing((SeriesKey seriesKey) -> -seriesKey.year).thenComparing(SeriesKey::code);

    /** The register of an issuer; empty if none of its notices is numbered. */
    public static Register of(Issuer issuer, List<Notice> notices) {
        Map<SeriesKey, List<Notice>> numbered = new TreeMap<>(ORDER);
        for (Notice notice : notices) {
            Optional<DocumentNumber> number = notice.number().filter(found -> found.serial() > 0);
            if (number.isPresent() && notice.issuers().get(0).key().equals(issuer.key())) {
                SeriesKey seriesKey =
                        new SeriesKey(number.get().code(), number.get().year());
                numbered.computeIfAbsent(seriesKey, k -> new ArrayList<>()).add(notice);
            }
        }
        List<NumberSeries> series = new ArrayList<>();
        numbered.forEach(
                (seriesKey, members) -> series.add(new NumberSeries(seriesKey.code, seriesKey.year, entries(members))));
        return new Register(series);
    }

    /** All notices of the register, in the order of the entries. */
    public List<Notice> notices() {
        return series.stream()
                .flatMap(numberSeries -> numberSeries.entries().stream())
                .flatMap(numberEntry -> numberEntry.notice().stream())
                .toList();
    }

    private static List<NumberEntry> entries(List<Notice> members) {
        List<Notice> sorted = members.stream()
                .sorted(Comparator.comparing(Register::serial).thenComparing(Notice::slug))
                .toList();
        List<NumberEntry> entries = new ArrayList<>();
        int next = 1;
        for (Notice notice : sorted) {
            int serial = serial(notice);
            if (serial > next) {
                entries.add(new NumberEntry(next, serial - 1, Optional.empty()));
            }
            entries.add(new NumberEntry(serial, serial, Optional.of(notice)));
            next = serial + 1;
        }
        return entries;
    }

    private static int serial(Notice notice) {
        return notice.number().orElseThrow().serial();
    }
}
