package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.ByteReader;
import io.noticepress.search.phrases.CommonPhrases;
import io.noticepress.search.text.DocRecord;
import io.noticepress.store.AppendStore;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The index of a language between builds: an {@link AppendStore} whose entries are shards, by the digests of their bytes, and
 * {@linkplain DocRecord records} of notices, by the keys of the notices. Its tables begin with
 *
 * <pre>
 * terms         count of shards (4), shards: first term, last term (texts), weight (4), digest (32)
 * positions     the same for shards of positions
 * notices       count (4), keys of the notices in the order of their numbers (32 each)
 * phrases       see {@link CommonPhrases}
 * </pre>
 *
 * For one thread; several may read shards.
 */
public final class IndexStore implements AutoCloseable {
    private static final String FORMAT = "search index 5";

    private final AppendStore store;
    private List<Shard> terms = List.of();
    private List<Shard> positions = List.of();
    private List<Digest> notices = List.of();
    private CommonPhrases commonPhrases = CommonPhrases.NONE;

    private IndexStore(Path path) {
        // Nothing needs to be on disk when a build ends: whatever is lost is noticed when the store is opened.
        this.store = new AppendStore(FileOps.withoutSync(), path, FORMAT);
    }

    /** Opens the index that the last build saved; an empty one if there is none or if any entry is damaged. */
    public static IndexStore open(Path path) {
        IndexStore saved = new IndexStore(path);
        try {
            if (saved.load()) {
                return saved;
            }
            saved.store.close();
            return new IndexStore(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean load() throws IOException {
        try {
            return store.load(this::readHead) == AppendStore.LoadResult.LOADED && store.isIntact();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private boolean readHead(CheckedFile.Reader in) throws IOException {
        terms = readShards(in);
        positions = readShards(in);
        notices = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            notices.add(in.readDigest());
        }
        commonPhrases = CommonPhrases.read(in);
        return true;
    }

    private static List<Shard> readShards(CheckedFile.Reader in) throws IOException {
        List<Shard> shards = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            shards.add(new Shard(in.readText(), in.readText(), in.readInt(), in.readDigest()));
        }
        return shards;
    }

    private void writeHead(CheckedFile.Writer out) throws IOException {
        for (List<Shard> shards : List.of(terms, positions)) {
            out.writeInt(shards.size());
            for (Shard shard : shards) {
                out.writeText(shard.firstTerm());
                out.writeText(shard.lastTerm());
                out.writeInt(shard.weight());
                out.writeDigest(shard.digest());
            }
        }
        out.writeInt(notices.size());
        for (Digest notice : notices) {
            out.writeDigest(notice);
        }
        commonPhrases.write(out);
    }

    public List<Shard> terms() {
        return terms;
    }

    public List<Shard> positions() {
        return positions;
    }

    /** The keys of the notices, by their numbers. */
    public List<Digest> notices() {
        return notices;
    }

    public CommonPhrases commonPhrases() {
        return commonPhrases;
    }

    public byte[] read(Shard shard) {
        return read(shard.digest());
    }

    public DocRecord readRecord(Digest notice) {
        return DocRecord.read(new ByteReader(read(notice)));
    }

    private byte[] read(Digest key) {
        try {
            return store.read(key).orElseThrow(() -> new IOException("the search index was damaged during the build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the bytes of a shard, unless an equal one is stored. */
    void putShard(Digest digest, byte[] bytes) {
        if (!store.contains(digest)) {
            put(digest, bytes);
        }
    }

    public void putRecord(Digest notice, DocRecord docRecord) {
        put(notice, docRecord.encode());
    }

    private void put(Digest key, byte[] bytes) {
        try {
            store.put(key, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves an index whose shards and records were added now or by an earlier build. Writes nothing if it is the saved one. */
    public void save(List<Shard> terms, List<Shard> positions, List<Digest> notices, CommonPhrases commonPhrases) {
        boolean same = terms.equals(this.terms)
                && positions.equals(this.positions)
                && notices.equals(this.notices)
                && commonPhrases.equals(this.commonPhrases);
        this.terms = terms;
        this.positions = positions;
        this.notices = notices;
        this.commonPhrases = commonPhrases;
        terms.forEach(shard -> store.keep(shard.digest()));
        positions.forEach(shard -> store.keep(shard.digest()));
        notices.forEach(store::keep);
        try {
            if (!same || store.isChanged()) {
                store.save(this::writeHead);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
