package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the shards of a language and the directories that list them; sections 5.1 to 5.3 of the specification. */
public final class ShardWriter {
    /** Limit for a shard of several terms. */
    public static final int MAX_SHARD_BYTES = 4 * 1024;

    /** Limit for the shards in a directory. */
    private static final int MAX_DIRECTORY_SHARDS = 64;

    /** A reference to a directory: its first term, and the hash in its name. */
    public record DirectoryRef(String firstTerm, byte[] hash) {}

    private final IndexFiles files;
    private final String folder;
    private final IndexStore store;
    private final int maxShardBytes;

    /**
     * A writer for one language.
     *
     * @param folder below {@code assets/search/}, with a trailing slash
     * @param store has the previous shards and gets the new ones
     * @param maxShardBytes limit for a shard of several terms: {@link #MAX_SHARD_BYTES}, except in tests
     */
    public ShardWriter(IndexFiles files, String folder, IndexStore store, int maxShardBytes) {
        this.files = files;
        this.folder = folder;
        this.store = store;
        this.maxShardBytes = maxShardBytes;
    }

    /** Writes all shards of a merge; those that did not change are in the store already. */
    public List<Shard> write(ShardMerger shardMerger, String kind) {
        TermDictionary terms = shardMerger.dictionary();
        List<Shard> all = new ArrayList<>();
        for (ShardSplitter.TermRange range :
                ShardSplitter.of(terms.size(), terms::term, terms::lastTerm, terms::weight, maxShardBytes)) {
            Optional<Shard> unchanged =
                    range.to() - range.from() == 1 ? terms.wholeShard(range.from()) : Optional.empty();
            Shard shard = unchanged.orElseGet(() -> buildShard(shardMerger, range));
            files.add(IndexFiles.address(folder, kind, IndexFiles.hash(shard.digest())), shard, store);
            all.add(shard);
        }
        return all;
    }

    private Shard buildShard(ShardMerger shardMerger, ShardSplitter.TermRange range) {
        TermDictionary terms = shardMerger.dictionary();
        byte[] bytes = shardMerger.encodeShard(range.from(), range.to());
        Digest digest = Digest.of(bytes);
        store.putShard(digest, bytes);
        int weight = 0;
        for (int i = range.from(); i < range.to(); i++) {
            weight += terms.weight(i);
        }
        return new Shard(terms.term(range.from()), terms.lastTerm(range.to() - 1), weight, digest);
    }

    /** Writes the directories of some shards. */
    public static List<DirectoryRef> writeDirectories(IndexFiles files, String folder, List<Shard> all) {
        List<DirectoryRef> directories = new ArrayList<>();
        for (ShardSplitter.TermRange termRange : ShardSplitter.of(
                all.size(),
                index -> all.get(index).firstTerm(),
                index -> all.get(index).firstTerm(),
                index -> 1,
                MAX_DIRECTORY_SHARDS)) {
            List<Shard> part = all.subList(termRange.from(), termRange.to());
            directories.add(new DirectoryRef(part.get(0).firstTerm(), files.add(folder, "d", encodeDirectory(part))));
        }
        return directories;
    }

    private static byte[] encodeDirectory(List<Shard> part) {
        ByteWriter out = new ByteWriter(1024);
        out.writeNumber(part.size());
        String before = "";
        for (Shard shard : part) {
            out.writeNextTerm(before, shard.firstTerm());
            out.writeBytes(IndexFiles.hash(shard.digest()));
            before = shard.firstTerm();
        }
        return out.takeBytes();
    }
}
