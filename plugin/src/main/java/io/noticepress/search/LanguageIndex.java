package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.Digest;
import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The index of the editions in one language, in the making. Notices that are as they were when the last index was made are not
 * cut into tokens again.
 */
final class LanguageIndex implements AutoCloseable {
    /** Notices that are gathered in one go: each takes some 200 KB while its tokens are put in order. */
    private static final int SHEAF = 128;

    /** What is gathered of the notices that are gone. */
    private static final int GONE = -1;

    /** Oldest first, so that a notice that comes last is numbered last. */
    private static final Comparator<Notice> OLDEST_FIRST = Notice.NEWEST_FIRST.reversed();

    private final Catalog catalog;
    private final Language language;
    private final SearchIndex.Slips slips;
    private final Path folder;
    private final List<Notice> notices;
    private final List<Digest> keys;
    private final Letters letters;
    private final Common common;
    private final Phrases phrases;
    private final Optional<Stock> last;
    /** Of each notice of the last index its number now, or -1. */
    private final int[] numbers;

    private final List<Integer> fresh = new ArrayList<>();
    private final Sheaf.Place[] sheaves;
    private Optional<Sheaf.Place> gone = Optional.empty();
    private Optional<Stock> stock = Optional.empty();

    /**
     * Reads what was kept of the last index.
     *
     * @param code of the generator
     */
    LanguageIndex(
            Catalog catalog, Language language, Letters letters, Digest code, SearchIndex.Slips slips, Path folder) {
        this.catalog = catalog;
        this.language = language;
        this.letters = letters;
        this.slips = slips;
        this.folder = folder;
        this.notices = catalog.notices().stream()
                .filter(notice -> notice.edition(language).isPresent())
                .sorted(OLDEST_FIRST)
                .toList();
        this.keys = new ArrayList<>(
                notices.stream().map(notice -> key(code, notice)).toList());
        Optional<Stock> kept = Stock.kept(place());
        this.common = common(kept);
        this.phrases = new Phrases(common.phrases());
        Optional<Stock> alike = kept.filter(last -> last.common().phrases().equals(common.phrases()));
        this.numbers = number(alike.map(Stock::notices).orElse(List.of()));
        this.last = alike.filter(last -> notices.size() > fresh.size());
        kept.filter(last -> this.last.isEmpty()).ifPresent(Stock::close);
        this.sheaves = new Sheaf.Place[(fresh.size() + SHEAF - 1) / SHEAF];
    }

    /** What is common: as it was, if the notices are the same in which it was counted. */
    private Common common(Optional<Stock> kept) {
        List<Integer> numbers =
                Sample.numbers(notices.stream().map(Notice::slug).toList());
        Digest drawn = Sample.digest(keys, numbers);
        return kept.map(Stock::common)
                .filter(known -> known.sample().equals(drawn))
                .orElseGet(() -> {
                    Sample sample = new Sample(new Cutter(letters), notices.size());
                    numbers.forEach(number -> sample.add(Account.of(notices.get(number), language), slip(number)));
                    return new Common(Sample.digest(keys, numbers), sample.phrases());
                });
    }

    private Path place() {
        return folder.resolve("search-" + language.key() + ".bin");
    }

    /** A digest of all by which a notice is found in this language. */
    private Digest key(Digest code, Notice notice) {
        Edition edition = notice.editionFor(language);
        Bytes key = new Bytes(1 << 8);
        key.raw(code);
        key.raw(notice.originalEdition().source().digest());
        key.raw(edition.source().digest());
        key.text(edition.source().path());
        notice.issuers().forEach(issuer -> key.text(issuer.name().in(language)));
        return Digest.of(key.take());
    }

    /** Numbers the notices of the last index anew; those that changed since are fresh. */
    private int[] number(List<Stock.Entry> before) {
        Map<Digest, Integer> now = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            now.put(keys.get(i), i);
        }
        int[] found = new int[before.size()];
        boolean[] known = new boolean[keys.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = now.getOrDefault(before.get(i).key(), -1);
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

    /** What there is to gather: where sheaves of fresh notices begin, and the notices that are gone, {@link #GONE}. */
    List<Integer> sheaves() {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < fresh.size(); start += SHEAF) {
            starts.add(start);
        }
        if (last.isPresent() && !isRenumbered()) {
            starts.add(GONE);
        }
        return starts;
    }

    private boolean isRenumbered() {
        return IntStream.range(0, numbers.length).anyMatch(i -> numbers[i] >= 0 && numbers[i] != i);
    }

    /** Gathers one of them. Several threads may do so at once. */
    void gather(int start, Scratch scratch) {
        Sheaf sheaf = new Sheaf(new Cutter(letters), phrases);
        if (start == GONE) {
            if (addGone(sheaf)) {
                gone = Optional.of(sheaf.store(scratch));
            }
            return;
        }
        for (int number : fresh.subList(start, Math.min(start + SHEAF, fresh.size()))) {
            sheaf.add(number, Account.of(notices.get(number), language), slip(number));
        }
        sheaves[start / SHEAF] = sheaf.store(scratch);
    }

    /** The words of a notice; if they cannot be read, none, and next time it is looked at again. */
    private String slip(int number) {
        Optional<String> slip =
                slips.now(notices.get(number).editionFor(language).source());
        if (slip.isEmpty()) {
            keys.set(number, Digest.of("unknown"));
        }
        return slip.orElse("");
    }

    /** Adds the notices that are gone as they were; says whether that is known of all of them. */
    private boolean addGone(Sheaf sheaf) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0) {
                Account account = last.orElseThrow().account(i);
                Optional<String> slip = slips.before(account.text());
                if (slip.isEmpty()) {
                    return false;
                }
                sheaf.add(i, account, slip.get());
            }
        }
        return true;
    }

    /** Merges all and writes the files; gives what the file says in which the index begins, from the folding table on. */
    byte[] write(Scratch sheaves, Shards shards, byte[] folding) {
        Stock out = last.filter(there -> !there.isWorn()).orElseGet(() -> Stock.beside(place()));
        stock = Optional.of(out);
        List<Shard> terms = last.map(Stock::terms).orElse(List.of());
        List<Shard> positions = last.map(Stock::positions).orElse(List.of());
        try (Bin termBin = new Bin(last, terms, Scratch.in(folder));
                Bin positionBin = new Bin(last, positions, Scratch.in(folder))) {
            boolean all = gone.isEmpty();
            Piles.merge(new Piles.Heap(last, numbers, all, List.of(this.sheaves), gone), sheaves, termBin, positionBin);
            Shelves shelves = new Shelves(shards, language.key() + "/", out, last, Shelves.SHARD);
            terms = shelves.write(termBin, "t", terms);
            positions = shelves.write(positionBin, "p", positions);
            out.end(terms, positions, entries(out), common);
            out.keep(place());
            return body(shelves, terms, positions, shards, folding);
        }
    }

    private List<Stock.Entry> entries(Stock out) {
        Stock.Entry[] entries = new Stock.Entry[notices.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                entries[numbers[i]] = out.keep(last.orElseThrow(), i);
            }
        }
        for (int number : fresh) {
            byte[] account = Account.of(notices.get(number), language).bytes();
            entries[number] = new Stock.Entry(keys.get(number), out.add(account), account.length);
        }
        return List.of(entries);
    }

    @Override
    public void close() {
        last.ifPresent(Stock::close);
        stock.ifPresent(Stock::close);
    }

    private byte[] body(Shelves shelves, List<Shard> terms, List<Shard> positions, Shards shards, byte[] folding) {
        Faces faces = new Faces(catalog, language, notices, shards, language.key() + "/");
        Bytes out = new Bytes(1 << 10);
        out.raw(folding);
        out.raw(faces.choices());
        out.number(notices.size());
        faces.years(out);
        phrases.write(out);
        for (List<Shard> all : List.of(terms, positions)) {
            List<Shelves.Lead> leads = shelves.directories(all);
            out.number(leads.size());
            for (Shelves.Lead lead : leads) {
                out.text(lead.term());
                out.raw(lead.hash());
            }
        }
        List<byte[]> cards = faces.cards();
        out.number(cards.size());
        cards.forEach(out::raw);
        return out.take();
    }
}
