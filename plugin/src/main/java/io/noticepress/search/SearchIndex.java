package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.SourceFile;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.Page;
import io.noticepress.plan.SearchFiles;
import io.noticepress.search.codec.AppendFile;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.files.IndexFiles;
import io.noticepress.search.text.CharNormalizer;
import io.noticepress.search.text.SearchText;
import io.noticepress.search.text.SimplifiedFolding;
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
    private static final int FORMAT_VERSION = 4;

    /** Does something with each item of a list, on as many threads as there are. */
    public interface ParallelRunner {
        /** Does it with each; returns when all is done. */
        <T> void each(List<T> items, Consumer<T> action);
    }

    /** The texts of the site. Asked on several threads. */
    public interface TextProvider {
        /** The {@link SearchText} of a text, if it can be read just now. */
        Optional<String> currentText(SourceFile text);

        /** The one of a text as it was when the last index was made, if it is still known. */
        Optional<String> previousText(SourceFile text);
    }

    private final Catalog catalog;
    private final SimplifiedFolding simplifiedFolding = SimplifiedFolding.read();
    private final AppendFile finishedFiles;
    private final IndexFiles indexFiles;
    private final List<LanguageIndex> languageIndexes = new ArrayList<>();
    private SearchFiles files;

    private SearchIndex(Catalog catalog, Path folder) {
        this.catalog = catalog;
        AppendFile.deleteTemps(folder);
        this.finishedFiles = AppendFile.createTemp(folder);
        this.indexFiles = new IndexFiles(finishedFiles);
    }

    /**
     * Makes the index of a site. What the next one will need is kept in the folder; if the folder has nothing, or something
     * damaged or foreign, all is made anew.
     *
     * @param code of the generator: what another one kept is of no use
     * @param folder where files may lie while the index is in use, and between one and the next
     */
    public static SearchIndex of(
            Catalog catalog, Digest code, TextProvider textProvider, ParallelRunner parallelRunner, Path folder) {
        SearchIndex index = new SearchIndex(catalog, folder);
        boolean made = false;
        try {
            index.build(code, textProvider, parallelRunner, folder);
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
        return indexFiles.bytes(file.address());
    }

    @Override
    public void close() {
        languageIndexes.stream().filter(Objects::nonNull).forEach(LanguageIndex::close); // one may have failed to begin
        finishedFiles.close();
    }

    private void build(Digest code, TextProvider textProvider, ParallelRunner parallelRunner, Path folder) {
        Address engine = addScript("engine", readScript("engine"));
        String name = engine.file().substring(engine.file().lastIndexOf('/') + 1);
        Address script = addScript("page", readScript("page").replace("./engine.js", "./" + name)); // which it imports
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

    /** Makes the indexes of all languages at once; what each file says in which one begins. */
    private Map<Language, byte[]> buildBodies(
            Digest code, TextProvider textProvider, ParallelRunner parallelRunner, Path folder, byte[] fold) {
        record Job(LanguageIndex index, int sheaf) {}
        List<Language> languages = catalog.site().languages();
        CharNormalizer charNormalizer = new CharNormalizer(simplifiedFolding);
        try (AppendFile sheaves = AppendFile.createTemp(folder)) {
            List<Integer> numbers = IntStream.range(0, languages.size()).boxed().toList();
            languageIndexes.addAll(Collections.nCopies(languages.size(), null));
            parallelRunner.each(
                    numbers,
                    i -> languageIndexes.set(
                            i,
                            new LanguageIndex(catalog, languages.get(i), charNormalizer, code, textProvider, folder)));
            List<Job> jobs = new ArrayList<>();
            languageIndexes.forEach(index -> index.segmentStarts().forEach(sheaf -> jobs.add(new Job(index, sheaf))));
            parallelRunner.each(jobs, job -> job.index().buildSegment(job.sheaf(), sheaves));
            byte[][] bodies = new byte[numbers.size()][];
            parallelRunner.each(numbers, i -> bodies[i] = languageIndexes.get(i).write(sheaves, indexFiles, fold));
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
