package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.store.AppendStore;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the last build left in the work folder for the next one: the {@link Manifest} of the site's files, and an
 * {@link AppendStore} of findings and search texts, or of facts. The tables of that store begin with
 *
 * <pre>
 * output       the output folder as seen from the work folder, "../site": text
 * generator    digest of the program that wrote the entries (32)
 * commit       id of the commit that made all this true: text; empty in a cache without files
 * manifest     see {@link Manifest}
 * </pre>
 *
 * Entries stay on disk until they are read: the findings of 200,000 texts would not fit in the heap.
 */
public final class BuildCache implements AutoCloseable {
    private static final String FORMAT = "build cache 5";

    private final AppendStore store;
    private final String output;
    private final Digest generator;
    private Manifest manifest = Manifest.EMPTY;
    private String commitId = "";
    private Optional<Message> lossReason = Optional.empty();

    private BuildCache(AppendStore store, String output, Digest generator) {
        this.store = store;
        this.output = output;
        this.generator = generator;
    }

    /**
     * Reads a cache as far as it is intact.
     *
     * @param output the output folder it must belong to, as seen from the work folder: {@code ../site}
     * @param generator entries of any other are void
     */
    public static BuildCache open(FileOps fileOps, Path path, String output, Digest generator) {
        BuildCache cache = new BuildCache(new AppendStore(fileOps, path, FORMAT), output, generator);
        try {
            cache.load();
        } catch (NoSuchFileException e) {
            cache.lossReason = Optional.of(Message.of("没有以往构建的记录", "no build cache found"));
        } catch (IOException e) {
            cache.lossReason =
                    Optional.of(Message.of("构建记录无法读取（{0}）", "the build cache cannot be read ({0})", e.getMessage()));
        }
        return cache;
    }

    private void load() throws IOException {
        AppendStore.LoadResult result = store.load(in -> {
            boolean sameOutput = in.readText().equals(output);
            boolean sameGenerator = in.readDigest().equals(generator);
            commitId = in.readText();
            Manifest saved = Manifest.read(in);
            if (sameOutput) {
                manifest = saved;
            } else {
                lossReason =
                        Optional.of(Message.of("构建记录属于另一个输出文件夹", "the build cache belongs to another output folder"));
            }
            if (!sameGenerator) {
                lossReason = Optional.of(
                        Message.of("构建记录来自另一版本", "the build cache is from another version of the generator"));
            }
            return sameGenerator;
        });
        if (result == AppendStore.LoadResult.DAMAGED) {
            lossReason =
                    Optional.of(Message.of("构建记录已损坏，或来自其他版本", "the build cache is damaged or from another version"));
        } else if (result == AppendStore.LoadResult.LOG_MISSING) {
            lossReason = lossReason.or(() -> Optional.of(Message.of("构建记录不完整", "the build cache is incomplete")));
        }
    }

    /** The files of the site. */
    public Manifest manifest() {
        return manifest;
    }

    /** The entries. */
    public AppendStore store() {
        return store;
    }

    /** The commit that wrote the cache. */
    public String commitId() {
        return commitId;
    }

    /** Why the cache holds less than an earlier build saved. */
    public Optional<Message> lossReason() {
        return lossReason;
    }

    /** Saves the entries of a cache without files. */
    public void save() throws IOException {
        store.save(out -> writeHead(out, "", Manifest.EMPTY));
    }

    /**
     * Writes everything that the next build will read; it takes effect when the draft of the tables is renamed.
     *
     * @param commit id of the commit that makes it true
     */
    public void prepareSave(String commit, FileTable site) throws IOException {
        store.prepareSave(out -> writeHead(out, commit, site));
    }

    private void writeHead(CheckedFile.Writer out, String commit, FileTable site) throws IOException {
        out.writeText(output);
        out.writeDigest(generator);
        out.writeText(commit);
        Manifest.write(out, site);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
