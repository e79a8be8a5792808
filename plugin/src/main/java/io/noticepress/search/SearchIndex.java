package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.Digest;
import io.noticepress.model.Language;
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
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The index of a site: of each language one that leads to the editions in it. Its files lie in a scratch file until they are
 * asked for; of the notices no more than some hundred are in memory at once.
 */
public final class SearchIndex implements AutoCloseable {
    /** The version of the tokens and of the format. */
    private static final int VERSION = 4;

    /** Does something with each item of a list, on as many threads as there are. */
    public interface Crew {
        /** Does it with each; returns when all is done. */
        <T> void each(List<T> items, Consumer<T> action);
    }

    /** The texts of the site. Asked on several threads. */
    public interface Slips {
        /** The {@link Slip} of a text, if it can be read just now. */
        Optional<String> now(SourceFile text);

        /** The one of a text as it was when the last index was made, if it is still known. */
        Optional<String> before(SourceFile text);
    }

    private final Catalog catalog;
    private final Folding folding = Folding.read();
    private final Scratch finished;
    private final Shards shards;
    private final List<LanguageIndex> indexes = new ArrayList<>();
    private SearchFiles files;

    private SearchIndex(Catalog catalog, Path folder) {
        this.catalog = catalog;
        Scratch.clear(folder);
        this.finished = Scratch.in(folder);
        this.shards = new Shards(finished);
    }

    /**
     * Makes the index of a site. What the next one will need is kept in the folder; if the folder has nothing, or something
     * damaged or foreign, all is made anew.
     *
     * @param code of the generator: what another one kept is of no use
     * @param folder where files may lie while the index is in use, and between one and the next
     */
    public static SearchIndex of(Catalog catalog, Digest code, Slips slips, Crew crew, Path folder) {
        SearchIndex index = new SearchIndex(catalog, folder);
        boolean made = false;
        try {
            index.make(code, slips, crew, folder);
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
        indexes.stream().filter(Objects::nonNull).forEach(LanguageIndex::close); // one may have failed to begin
        finished.close();
    }

    private void make(Digest code, Slips slips, Crew crew, Path folder) {
        Address engine = script("engine", source("engine"));
        String name = engine.file().substring(engine.file().lastIndexOf('/') + 1);
        Address script = script("page", source("page").replace("./engine.js", "./" + name)); // which it imports
        byte[] fold = shards.add("", "folding", folding.table());
        Map<Language, byte[]> bodies = bodies(code, slips, crew, folder, fold);
        Map<Language, byte[]> others = new LinkedHashMap<>();
        if (bodies.size() > 1) {
            bodies.forEach((language, body) ->
                    others.put(language, shards.add(folder(language), "r", root(language, Map.of(), body))));
        }
        Map<String, String> roots = new LinkedHashMap<>();
        bodies.forEach((language, body) -> {
            Map<Language, byte[]> rest = new LinkedHashMap<>(others);
            rest.remove(language);
            roots.put(language.key(), Base64.getEncoder().encodeToString(root(language, rest, body)));
        });
        files = new SearchFiles(script, engine, roots, shards.files());
    }

    /** Makes the indexes of all languages at once; what each file says in which one begins. */
    private Map<Language, byte[]> bodies(Digest code, Slips slips, Crew crew, Path folder, byte[] fold) {
        record Job(LanguageIndex index, int sheaf) {}
        List<Language> languages = catalog.site().languages();
        Letters letters = new Letters(folding);
        try (Scratch sheaves = Scratch.in(folder)) {
            List<Integer> numbers = IntStream.range(0, languages.size()).boxed().toList();
            indexes.addAll(Collections.nCopies(languages.size(), null));
            crew.each(
                    numbers,
                    i -> indexes.set(i, new LanguageIndex(catalog, languages.get(i), letters, code, slips, folder)));
            List<Job> jobs = new ArrayList<>();
            indexes.forEach(index -> index.sheaves().forEach(sheaf -> jobs.add(new Job(index, sheaf))));
            crew.each(jobs, job -> job.index().gather(job.sheaf(), sheaves));
            byte[][] bodies = new byte[numbers.size()][];
            crew.each(numbers, i -> bodies[i] = indexes.get(i).write(sheaves, shards, fold));
            Map<Language, byte[]> found = new LinkedHashMap<>();
            for (int i = 0; i < bodies.length; i++) {
                found.put(languages.get(i), bodies[i]);
            }
            return found;
        }
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

    private Address script(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.of(bytes);
        Address address =
                new Address("assets/search-" + name + "." + digest.hex().substring(0, 16) + ".js");
        shards.add(address, digest, bytes);
        return address;
    }

    private static String source(String name) {
        try (InputStream in = SearchIndex.class.getResourceAsStream(name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
