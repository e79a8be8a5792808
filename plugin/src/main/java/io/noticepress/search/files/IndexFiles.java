package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import io.noticepress.store.TempFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The finished files of an index, kept on disk until a page writer reads them. Thread-safe. */
public final class IndexFiles {
    private static final Digest NO_INPUT = Digest.of(new byte[0]);
    private static final String BASE_FOLDER = "assets/search/";
    private static final HexFormat HEX = HexFormat.of();

    private final TempFile tempFile;
    private final Map<Address, Supplier<byte[]>> suppliers = new HashMap<>();
    private final List<Page.SearchFile> files = new ArrayList<>();

    public IndexFiles(TempFile tempFile) {
        this.tempFile = tempFile;
    }

    /**
     * Adds a file that is named after its content.
     *
     * @param folder below {@code assets/search/}, with a trailing slash
     * @return the first eight bytes of its digest, which are in its name
     */
    public byte[] add(String folder, String kind, byte[] bytes) {
        Digest digest = Digest.of(bytes);
        byte[] hash = hash(digest);
        add(address(folder, kind, hash), digest, bytes);
        return hash;
    }

    /**
     * Adds numbered files that share a name, made from the content of all of them.
     *
     * @return the first eight bytes of the digest of their digests, which are in their names
     */
    public byte[] add(String folder, String kind, List<byte[]> group) {
        List<Digest> digests = group.stream().map(Digest::of).toList();
        byte[] hash = hash(Digest.of(digests));
        for (int i = 0; i < group.size(); i++) {
            add(
                    new Address(BASE_FOLDER + folder + kind + "." + HEX.formatHex(hash) + "." + i + ".bin"),
                    digests.get(i),
                    group.get(i));
        }
        return hash;
    }

    /** The first eight bytes of a digest. */
    static byte[] hash(Digest digest) {
        return ByteBuffer.allocate(Long.BYTES).putLong(digest.a()).array();
    }

    /** The address of a file named after its content. */
    static Address address(String folder, String kind, byte[] hash) {
        return new Address(BASE_FOLDER + folder + kind + "." + HEX.formatHex(hash) + ".bin");
    }

    public void add(Address address, Digest digest, byte[] bytes) {
        int length = bytes.length;
        long start = tempFile.append(bytes, length);
        add(address, digest, () -> tempFile.read(start, length)); // captures the length, not the bytes
    }

    /** Adds a shard that is in a store. */
    void add(Address address, Shard shard, IndexStore store) {
        add(address, shard.digest(), () -> store.read(shard));
    }

    private synchronized void add(Address address, Digest digest, Supplier<byte[]> bytes) {
        if (suppliers.putIfAbsent(address, bytes) == null) {
            files.add(new Page.SearchFile(address, new InputDigests(NO_INPUT, digest, NO_INPUT)));
        }
    }

    public synchronized List<Page.SearchFile> files() {
        return List.copyOf(files);
    }

    public byte[] bytes(Address address) {
        Supplier<byte[]> supplier;
        synchronized (this) {
            supplier = suppliers.get(address);
        }
        return supplier.get();
    }
}
