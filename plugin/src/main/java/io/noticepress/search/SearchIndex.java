package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.Digest;
import io.noticepress.model.DocNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Issuer;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.plan.Address;
import io.noticepress.plan.Page;
import io.noticepress.plan.SearchFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The index of a site: of each language one that leads to the editions in it. Its files lie in a scratch file until they are
 * asked for; of the notices no more than some hundred are in memory at once.
 */
public final class SearchIndex implements AutoCloseable {
    /** Notices that are gathered in one go. */
    private static final int SHEAF = 256;

    /** The version of the tokens and of the format. */
    private static final int VERSION = 1;

    /** Oldest first, so that a notice that comes last is numbered last. */
    private static final Comparator<Notice> OLDEST_FIRST = Notice.NEWEST_FIRST.reversed();

    /** Does something with each item of a list, on as many threads as there are. */
    public interface Crew {
        /** Does it with each; returns when all is done. */
        <T> void each(List<T> items, Consumer<T> action);
    }

    private final Catalog catalog;
    private final Function<SourceFile, String> slips;
    private final Crew crew;
    private final Folding folding = Folding.read();
    private final Scratch finished;
    private final Scratch sheaves;
    private final Scratch piles;
    private final Shards shards;
    private SearchFiles files;

    private SearchIndex(Catalog catalog, Function<SourceFile, String> slips, Crew crew, Path folder) {
        this.catalog = catalog;
        this.slips = slips;
        this.crew = crew;
        this.finished = Scratch.in(folder);
        this.sheaves = Scratch.in(folder);
        this.piles = Scratch.in(folder);
        this.shards = new Shards(finished);
    }

    /**
     * Makes the index of a site.
     *
     * @param slips gives the {@link Slip} of a text; asked on several threads
     * @param folder where scratch files may lie while the index is in use
     */
    public static SearchIndex of(Catalog catalog, Function<SourceFile, String> slips, Crew crew, Path folder) {
        SearchIndex index = new SearchIndex(catalog, slips, crew, folder);
        boolean made = false;
        try {
            index.make();
            made = true;
            return index;
        } finally {
            if (!made) {
                index.close();
            }
        }
    }

    /** All its files. */
    public SearchFiles files() {
        return files;
    }

    /** The bytes of one of them. */
    public byte[] bytes(Page.SearchFile file) {
        return shards.bytes(file.address());
    }

    @Override
    public void close() {
        try (finished;
                sheaves) {
            piles.close();
        }
    }

    private void make() {
        Address script = script("page");
        Address engine = script("engine");
        byte[] fold = shards.add("", "folding", folding.table());
        Map<Language, byte[]> bodies = new LinkedHashMap<>();
        Map<Language, byte[]> roots = new LinkedHashMap<>();
        for (Language language : catalog.site().languages()) {
            byte[] body = language(language, fold);
            bodies.put(language, body);
            roots.put(language, shards.add(folder(language), "r", root(language, Map.of(), body)));
        }
        Map<String, Address> begins = new LinkedHashMap<>();
        bodies.forEach((language, body) -> {
            Map<Language, byte[]> others = new LinkedHashMap<>(roots);
            others.remove(language);
            byte[] hash = shards.add(folder(language), "r", root(language, others, body));
            begins.put(language.key(), Shards.address(folder(language), "r", hash));
        });
        files = new SearchFiles(script, engine, begins, shards.files());
    }

    private static String folder(Language language) {
        return language.key() + "/";
    }

    /** Where an index begins; section 5.1 of the specification. */
    private static byte[] root(Language language, Map<Language, byte[]> others, byte[] body) {
        Bytes out = new Bytes(1 << 10);
        out.raw("NPSX".getBytes(StandardCharsets.US_ASCII));
        out.number(VERSION);
        out.text(language.key());
        out.text(language.tag());
        out.number(others.size());
        others.forEach((other, hash) -> {
            out.text(other.key());
            out.text(other.name());
            out.raw(hash);
        });
        out.raw(body);
        return out.take();
    }

    private byte[] language(Language language, byte[] fold) {
        List<Notice> notices = catalog.notices().stream()
                .filter(notice -> notice.edition(language).isPresent())
                .sorted(OLDEST_FIRST)
                .toList();
        Piles merged = Piles.of(gather(notices, language), sheaves, piles);
        Shelves shelves = new Shelves(shards, folder(language), piles);
        Faces faces = new Faces(catalog, language, notices, shards, folder(language));
        Bytes out = new Bytes(1 << 10);
        out.raw(fold);
        out.raw(faces.choices());
        out.number(notices.size());
        years(notices, out);
        leads(shelves.write(merged.terms(), "t"), out);
        leads(shelves.write(merged.positions(), "p"), out);
        List<byte[]> cards = faces.cards();
        out.number(cards.size());
        cards.forEach(out::raw);
        return out.take();
    }

    /** How many notices there are of each year, oldest first. */
    private static void years(List<Notice> notices, Bytes out) {
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

    private List<Sheaf.Place> gather(List<Notice> notices, Language language) {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < notices.size(); start += SHEAF) {
            starts.add(start);
        }
        Sheaf.Place[] places = new Sheaf.Place[starts.size()];
        crew.each(starts, start -> {
            Sheaf sheaf = new Sheaf(new Cutter(new Letters(folding)));
            for (int i = start; i < Math.min(start + SHEAF, notices.size()); i++) {
                add(sheaf, notices.get(i), language, i);
            }
            places[start / SHEAF] = sheaf.store(sheaves);
        });
        return List.of(places);
    }

    private void add(Sheaf sheaf, Notice notice, Language language, int number) {
        Edition edition = notice.editionFor(language);
        sheaf.begin();
        notice.number().map(DocNumber::printed).ifPresent(printed -> sheaf.add(Weight.Field.NUMBER, printed));
        sheaf.add(Weight.Field.TITLE, edition.title());
        for (Issuer issuer : notice.issuers()) {
            sheaf.add(Weight.Field.ISSUER, issuer.name().in(language));
        }
        sheaf.add(Weight.Field.TEXT, edition.summary());
        sheaf.term(Weight.Field.ISSUER, "@" + notice.dates().issued());
        sheaf.turn();
        slips.apply(edition.source())
                .lines()
                .forEach(line ->
                        sheaf.add(line.charAt(0) == '#' ? Weight.Field.HEADING : Weight.Field.TEXT, line.substring(1)));
        sheaf.end(number);
    }

    private Address script(String name) {
        try (InputStream in = SearchIndex.class.getResourceAsStream(name + ".js")) {
            byte[] bytes = in.readAllBytes();
            Digest digest = Digest.of(bytes);
            Address address =
                    new Address("assets/search-" + name + "." + digest.hex().substring(0, 16) + ".js");
            shards.add(address, digest, bytes);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
