package io.noticepress.build;

import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that were printed last, up to a number of bytes; of each the last good one. Safe for use by several threads. */
final class Proofs {
    private static final long ROOM = 48L * 1024 * 1024;
    private static final int LARGEST = 2 * 1024 * 1024;

    private record Kept(InputDigests inputs, Proof proof) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** The proof of a page as it is planned now. */
    synchronized Optional<Proof> of(Page page) {
        return Optional.ofNullable(kept.get(page.address().file()))
                .filter(known -> known.inputs().equals(page.inputs()))
                .map(Kept::proof);
    }

    /** The last good proof of an address, whatever it was made from. */
    synchronized Optional<Proof> last(String file) {
        return Optional.ofNullable(kept.get(file)).map(Kept::proof);
    }

    /** Keeps a proof, and lets go of those that were not asked for the longest. */
    synchronized void keep(Page page, Proof proof) {
        if (proof.bytes().length > LARGEST) {
            return;
        }
        Kept before = kept.put(page.address().file(), new Kept(page.inputs(), proof));
        bytes += proof.bytes().length - (before == null ? 0 : before.proof().bytes().length);
        var eldest = kept.values().iterator();
        while (bytes > ROOM) {
            bytes -= eldest.next().proof().bytes().length;
            eldest.remove();
        }
    }
}
