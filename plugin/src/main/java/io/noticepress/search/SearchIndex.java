package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.SourceFile;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.Page;
import io.noticepress.plan.SearchFiles;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.files.IndexFiles;
import io.noticepress.search.text.CharNormalizer;
import io.noticepress.search.text.SearchText;
import io.noticepress.search.text.SimplifiedFolding;
import io.noticepress.store.TempFile;
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
 * The search index of a site: one inverted index per language. Its files are kept on disk until they are read; no more than a
 * few hundred notices are in memory at once.
 */
public final class SearchIndex implements AutoCloseable {
    /** Version of tokens and format; section 5.1 of the specification. */
    private static final int FORMAT_VERSION = 4;

    /** Runs an action for each item of a list on all worker threads. */
    public interface ParallelRunner {
        /** Returns when the action has run for all items. */
        <T> void each(List<T> items, Consumer<T> action);
    }

    /** The texts of the site. Thread-safe. */
    public interface TextProvider {
        /** The {@link SearchText} of a text, if it can be read at the moment. */
        Optional<String> currentText(SourceFile text);

        /** The search text of a text that the previous index contains, if it is still known. */
        Optional<String> previousText(SourceFile text);
    }

    private final Catalog catalog;
    private final SimplifiedFolding simplifiedFolding = SimplifiedFolding.read();
    private final TempFile finishedFiles;
    private final IndexFiles indexFiles;
    private final List<LanguageIndex> languageIndexes = new ArrayList<>();
    private SearchFiles files;

    private SearchIndex(Catalog catalog, Path folder) {
        this.catalog = catalog;
        TempFile.deleteAll(folder);
        this.finishedFiles = TempFile.create(folder);
        this.indexFiles = new IndexFiles(finishedFiles);
    }

    /**
     * Builds the index of a site from the previous one, which is in the folder; from scratch if there is none, or if it is
     * damaged or foreign.
     *
     * @param code digest of the generator; an index of another one is not used
     * @param folder for temporary files, and for the index until the next one is built
     */
    public static SearchIndex of(
            Catalog catalog, Digest code, TextProvider textProvider, ParallelRunner parallelRunner, Path folder) {
        SearchIndex index = new SearchIndex(catalog, folder);
        boolean built = false;
        try {
            index.build(code, textProvider, parallelRunner, folder);
            built = true;
            return index;
        } finally {
            if (!built) {
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
        return indexFiles.bytes(file.address());
    }

    @Override
    public void close() {
        languageIndexes.stream()
                .filter(Objects::nonNull)
                .forEach(LanguageIndex::close); // null if its constructor failed
        finishedFiles.close();
    }

    private void build(Digest code, TextProvider textProvider, ParallelRunner parallelRunner, Path folder) {
        Address engine = addScript("engine", readScript("engine"));
        String name = engine.file().substring(engine.file().lastIndexOf('/') + 1);
        Address script =
                addScript("page", readScript("page").replace("./engine.js", "./" + name)); // the module it imports
        byte[] fold = indexFiles.add("", "folding", simplifiedFolding.table());
        Map<Language, byte[]> bodies = buildBodies(code, textProvider, parallelRunner, folder, fold);
        Map<Language, byte[]> others = new LinkedHashMap<>();
        if (bodies.size() > 1) {
            bodies.forEach((language, body) ->
                    others.put(language, indexFiles.add(folder(language), "r", encodeRoot(language, Map.of(), body))));
        }
        Map<String, String> roots = new LinkedHashMap<>();
        bodies.forEach((language, body) -> {
            Map<Language, byte[]> rest = new LinkedHashMap<>(others);
            rest.remove(language);
            roots.put(language.key(), Base64.getEncoder().encodeToString(encodeRoot(language, rest, body)));
        });
        files = new SearchFiles(script, engine, roots, indexFiles.files());
    }

    /** Builds the indexes of all languages in parallel; returns the body of each root file. */
    private Map<Language, byte[]> buildBodies(
            Digest code, TextProvider textProvider, ParallelRunner parallelRunner, Path folder, byte[] fold) {
        record Job(LanguageIndex index, int segment) {}
        List<Language> languages = catalog.site().languages();
        CharNormalizer charNormalizer = new CharNormalizer(simplifiedFolding);
        try (TempFile segments = TempFile.create(folder)) {
            List<Integer> numbers = IntStream.range(0, languages.size()).boxed().toList();
            languageIndexes.addAll(Collections.nCopies(languages.size(), null));
            parallelRunner.each(
                    numbers,
                    i -> languageIndexes.set(
                            i,
                            new LanguageIndex(catalog, languages.get(i), charNormalizer, code, textProvider, folder)));
            List<Job> jobs = new ArrayList<>();
            languageIndexes.forEach(index -> index.segmentStarts().forEach(start -> jobs.add(new Job(index, start))));
            parallelRunner.each(jobs, job -> job.index().buildSegment(job.segment(), segments));
            byte[][] bodies = new byte[numbers.size()][];
            parallelRunner.each(numbers, i -> bodies[i] = languageIndexes.get(i).write(segments, indexFiles, fold));
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

    /** The root file of an index; section 5.1 of the specification. */
    private static byte[] encodeRoot(Language language, Map<Language, byte[]> others, byte[] body) {
        ByteWriter out = new ByteWriter(1 << 10);
        out.writeBytes("NPSX".getBytes(StandardCharsets.US_ASCII));
        out.writeNumber(FORMAT_VERSION);
        out.writeText(language.key());
        out.writeText(language.tag());
        out.writeNumber(others.size());
        others.forEach((other, hash) -> {
            out.writeText(other.key());
            out.writeText(other.name());
            out.writeBytes(hash);
        });
        out.writeBytes(body);
        return out.takeBytes();
    }

    private Address addScript(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.of(bytes);
        Address address =
                new Address("assets/search-" + name + "." + digest.hex().substring(0, 16) + ".js");
        indexFiles.add(address, digest, bytes);
        return address;
    }

    private static String readScript(String name) {
        try (InputStream in = SearchIndex.class.getResourceAsStream(name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
