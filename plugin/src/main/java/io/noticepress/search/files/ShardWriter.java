package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.ByteWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shards of a language and their directories. Sections 5.1 to 5.3 of the specification. */
public final class ShardWriter {
    /** How large a shard of several terms is at most. */
    public static final int MAX_SHARD_BYTES = 4 * 1024;

    /** How many shards a directory names at most. */
    private static final int MAX_DIRECTORY_SHARDS = 64;

    /** What leads to a file: the first term in it, and its name. */
    public record DirectoryRef(String firstTerm, byte[] hash) {}

    private final IndexFiles files;
    private final String folder;
    private final IndexStore store;
    private final Optional<IndexStore> previous;
    private final int maxShardBytes;

    /**
     * Those of one language.
     *
     * @param store where shards are kept
     * @param previous where those of the last index stand, perhaps the same
     * @param maxShardBytes how large a shard of several terms is at most, {@link #MAX_SHARD_BYTES} but in tests
     */
    public ShardWriter(
            IndexFiles files, String folder, IndexStore store, Optional<IndexStore> previous, int maxShardBytes) {
        this.files = files;
        this.folder = folder;
        this.store = store;
        this.previous = previous;
        this.maxShardBytes = maxShardBytes;
    }

    /**
     * Writes all shards of a bin; those that come out as they were are not written again.
     *
     * @param before the ones of the last index
     */
    public List<Shard> write(ShardMerger shardMerger, String kind, List<Shard> before) {
        Map<Digest, Shard> known = new HashMap<>();
        before.forEach(shard -> known.put(shard.digest(), shard));
        TermDictionary termDictionary = shardMerger.dictionary();
        List<Shard> all = new ArrayList<>();
        for (ShardSplitter.TermRange termRange : ShardSplitter.of(
                termDictionary.size(),
                termDictionary::term,
                termDictionary::lastTerm,
                termDictionary::weight,
                maxShardBytes)) {
            Optional<Shard> whole = termRange.to() - termRange.from() == 1
                    ? termDictionary.wholeShard(termRange.from())
                    : Optional.empty();
            Shard shard = whole.map(this::reuseShard).orElseGet(() -> buildShard(shardMerger, termRange, known));
            files.add(IndexFiles.address(folder, kind, IndexFiles.hash(shard.digest())), shard, store);
            all.add(shard);
        }
        return all;
    }

    private Shard buildShard(ShardMerger shardMerger, ShardSplitter.TermRange termRange, Map<Digest, Shard> known) {
        TermDictionary termDictionary = shardMerger.dictionary();
        byte[] bytes = shardMerger.encodeShard(termRange.from(), termRange.to());
        Digest digest = Digest.of(bytes);
        if (known.containsKey(digest)) {
            return reuseShard(known.get(digest));
        }
        int size = 0;
        for (int i = termRange.from(); i < termRange.to(); i++) {
            size += termDictionary.weight(i);
        }
        return new Shard(
                termDictionary.term(termRange.from()),
                termDictionary.lastTerm(termRange.to() - 1),
                size,
                store.append(bytes),
                bytes.length,
                digest);
    }

    private Shard reuseShard(Shard shard) {
        IndexStore there = previous.orElseThrow();
        return there == store ? shard : shard.movedTo(store.append(there.read(shard.offset(), shard.length())));
    }

    /** Writes the directories of some shards; leads to them. */
    public List<DirectoryRef> writeDirectories(List<Shard> all) {
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
