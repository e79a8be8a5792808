package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.Digest;
import io.noticepress.model.DocNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Issuer;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The index of the editions in one language, in the making. Notices that are as they were when the last index was made are not
 * cut into tokens again.
 */
final class LanguageIndex implements AutoCloseable {
    /** Notices that are gathered in one go. */
    private static final int SHEAF = 512;

    /** Oldest first, so that a notice that comes last is numbered last. */
    private static final Comparator<Notice> OLDEST_FIRST = Notice.NEWEST_FIRST.reversed();

    private final Catalog catalog;
    private final Language language;
    private final Function<SourceFile, Optional<String>> slips;
    private final Path kept;
    private final List<Notice> notices;
    private final List<Digest> digests;
    /** Of each notice of the last index its number now, or -1. */
    private final int[] numbers;

    private final List<Integer> fresh = new ArrayList<>();
    private final Optional<Stock> last;
    private final Sheaf.Place[] sheaves;

    LanguageIndex(
            Catalog catalog,
            Language language,
            Digest code,
            Function<SourceFile, Optional<String>> slips,
            Path folder) {
        this.catalog = catalog;
        this.language = language;
        this.slips = slips;
        this.kept = folder.resolve("search-" + language.key() + ".bin");
        this.notices = catalog.notices().stream()
                .filter(notice -> notice.edition(language).isPresent())
                .sorted(OLDEST_FIRST)
                .toList();
        this.digests = new ArrayList<>(
                notices.stream().map(notice -> digest(code, notice)).toList());
        Optional<Stock> stock = Stock.kept(kept);
        this.numbers = number(stock.map(Stock::notices).orElse(List.of()));
        boolean isOfUse = notices.size() > fresh.size();
        stock.filter(last -> !isOfUse).ifPresent(Stock::close);
        this.last = stock.filter(last -> isOfUse);
        this.sheaves = new Sheaf.Place[(fresh.size() + SHEAF - 1) / SHEAF];
    }

    /** All that is said of a notice in this language by which it is found. */
    private Digest digest(Digest code, Notice notice) {
        Edition edition = notice.editionFor(language);
        List<String> parts = new ArrayList<>(List.of(
                code.hex(),
                notice.slug(),
                notice.dates().issued().toString(),
                edition.source().path()));
        parts.add(edition.source().digest().hex());
        facts(notice, (field, line) -> parts.add(field + line));
        return Digest.of(parts.toArray(String[]::new));
    }

    /** The lines that stand before the text of a notice. */
    private void facts(Notice notice, Line line) {
        Edition edition = notice.editionFor(language);
        notice.number().map(DocNumber::printed).ifPresent(printed -> line.add(Weight.Field.NUMBER, printed));
        line.add(Weight.Field.TITLE, edition.title());
        for (Issuer issuer : notice.issuers()) {
            line.add(Weight.Field.ISSUER, issuer.name().in(language));
        }
        Stream.of(
                        List.of(edition.summary(), edition.letterhead(), edition.note()),
                        edition.recipients(),
                        edition.cc(),
                        edition.signatories())
                .flatMap(List::stream)
                .filter(words -> !words.isEmpty())
                .forEach(words -> line.add(Weight.Field.TEXT, words));
    }

    private interface Line {
        void add(Weight.Field field, String text);
    }

    /** Numbers the notices of the last index anew; those that changed since are fresh. */
    private int[] number(List<Digest> before) {
        Map<Digest, Integer> now = new HashMap<>();
        for (int i = 0; i < digests.size(); i++) {
            now.put(digests.get(i), i);
        }
        int[] found = new int[before.size()];
        boolean[] known = new boolean[digests.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = now.getOrDefault(before.get(i), -1);
            if (found[i] >= 0) {
                known[found[i]] = true;
            }
        }
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) {
                fresh.add(i);
            }
        }
        return found;
    }

    /** Where the sheaves begin that are to be gathered, among the fresh notices. */
    List<Integer> sheaves() {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < fresh.size(); start += SHEAF) {
            starts.add(start);
        }
        return starts;
    }

    /** Gathers one of them. Several threads may do so at once. */
    void gather(int start, Letters letters, Scratch scratch) {
        Sheaf sheaf = new Sheaf(new Cutter(letters));
        for (int number : fresh.subList(start, Math.min(start + SHEAF, fresh.size()))) {
            add(sheaf, number);
        }
        sheaves[start / SHEAF] = sheaf.store(scratch);
    }

    private void add(Sheaf sheaf, int number) {
        Notice notice = notices.get(number);
        sheaf.begin(number);
        facts(notice, sheaf::add);
        sheaf.term(Weight.Field.ISSUER, "@" + notice.dates().issued());
        sheaf.turn();
        Optional<String> slip = slips.apply(notice.editionFor(language).source());
        if (slip.isEmpty()) {
            digests.set(number, Digest.of("unknown"));
        }
        String lines = slip.orElse("");
        for (int from = 0, end; from < lines.length(); from = end + 1) {
            end = lines.indexOf('\n', from);
            Weight.Field field = lines.charAt(from) == '#' ? Weight.Field.HEADING : Weight.Field.TEXT;
            sheaf.add(field, lines.substring(from + 1, end));
        }
        sheaf.end();
    }

    /** Merges all and writes the files; gives what the file says in which the index begins, from the folding table on. */
    byte[] write(Scratch scratch, Shards shards, byte[] folding) {
        try (Stock stock = Stock.beside(kept)) {
            Piles merged = Piles.of(last, numbers, List.of(sheaves), scratch, stock);
            stock.end(digests);
            byte[] body = body(merged, stock, shards, folding);
            close();
            stock.keep(kept);
            return body;
        }
    }

    @Override
    public void close() {
        last.ifPresent(Stock::close);
    }

    private byte[] body(Piles merged, Stock stock, Shards shards, byte[] folding) {
        String folder = language.key() + "/";
        Shelves shelves = new Shelves(shards, folder, stock);
        Faces faces = new Faces(catalog, language, notices, shards, folder);
        Bytes out = new Bytes(1 << 10);
        out.raw(folding);
        out.raw(faces.choices());
        out.number(notices.size());
        years(out);
        leads(shelves.write(merged.terms(), "t"), out);
        leads(shelves.write(merged.positions(), "p"), out);
        List<byte[]> cards = faces.cards();
        out.number(cards.size());
        cards.forEach(out::raw);
        return out.take();
    }

    /** How many notices there are of each year, oldest first. */
    private void years(Bytes out) {
        Map<Integer, Integer> years = new LinkedHashMap<>();
        notices.forEach(notice -> years.merge(notice.year(), 1, Integer::sum));
        out.number(years.size());
        years.forEach((year, count) -> {
            out.number(year);
            out.number(count);
        });
    }

    private static void leads(List<Shelves.Lead> leads, Bytes out) {
        out.number(leads.size());
        for (Shelves.Lead lead : leads) {
            out.text(lead.term());
            out.raw(lead.hash());
        }
    }
}
