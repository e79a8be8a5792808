package io.noticepress.search;

import io.noticepress.model.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.Inputs;
import io.noticepress.plan.Page;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The finished files of an index, on disk until they are asked for. Safe for use by several threads. */
final class Shards {
    private record Place(long start, int length) {}

    private static final Digest NOTHING = Digest.of(new byte[0]);

    private final Scratch scratch;
    private final Map<Address, Place> places = new HashMap<>();
    private final List<Page.SearchFile> files = new ArrayList<>();

    Shards(Scratch scratch) {
        this.scratch = scratch;
    }

    /**
     * Adds a file that is named after its content.
     *
     * @param folder below {@code assets/search/}, ended by a slash
     * @return the first eight bytes of its digest, of which its name is made
     */
    byte[] add(String folder, String kind, byte[] bytes) {
        Digest digest = Digest.of(bytes);
        byte[] hash = ByteBuffer.allocate(Long.BYTES).putLong(digest.a()).array();
        add(address(folder, kind, hash), digest, bytes);
        return hash;
    }

    /** The address of such a file. */
    static Address address(String folder, String kind, byte[] hash) {
        String hex = java.util.HexFormat.of().formatHex(hash);
        return new Address("assets/search/" + folder + kind + "." + hex + ".bin");
    }

    synchronized void add(Address address, Digest digest, byte[] bytes) {
        Place place = new Place(scratch.add(bytes, bytes.length), bytes.length);
        if (places.putIfAbsent(address, place) == null) {
            files.add(new Page.SearchFile(address, new Inputs(NOTHING, digest, NOTHING)));
        }
    }

    synchronized List<Page.SearchFile> files() {
        return List.copyOf(files);
    }

    byte[] bytes(Address address) {
        Place place;
        synchronized (this) {
            place = places.get(address);
        }
        return scratch.read(place.start(), place.length());
    }
}
