package io.noticepress.content;

import io.noticepress.model.Digest;
import io.noticepress.model.Notice;
import io.noticepress.model.Site;
import io.noticepress.problem.ProblemCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a notice between runs under the same settings: its facts, and of each of its files the digest and how it
 * looked. The facts hold as long as the files are the same ones and each looks as it did or, if not, still has its digest.
 * Safe for use by several threads.
 */
public final class KeptFacts {
    private static final int PIECE = 1 << 14;

    private final ContentFolder folder;
    private final FactsForm form;

    /**
     * Facts known from an earlier run.
     *
     * @param asSeen whether every file looks as it did; else some had to be read to know that they hold the same
     */
    public record Known(Facts facts, boolean asSeen) {}

    public KeptFacts(ContentFolder folder, Site site) {
        this.folder = folder;
        this.form = new FactsForm(site);
    }

    /**
     * The facts of a notice to be kept; nothing if some of its files have none that count.
     *
     * @param stamps how its files looked before they were read; empty for those whose looks prove nothing
     */
    public Optional<byte[]> write(Facts facts, List<Optional<Stamp>> stamps) {
        List<String> paths = facts.files().paths();
        Map<String, Digest> digests = digests(facts);
        if (facts.notice().isEmpty() || !digests.keySet().containsAll(paths)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(paths.size());
            for (int i = 0; i < paths.size(); i++) {
                ProblemCodec.text(out, paths.get(i));
                FactsForm.digest(out, digests.get(paths.get(i)));
                out.writeBoolean(stamps.get(i).isPresent());
                if (stamps.get(i).isPresent()) {
                    stamp(out, stamps.get(i).get());
                }
            }
            form.write(facts, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(bytes.toByteArray());
    }

    /**
     * What is known of a notice.
     *
     * @param files the files it has now
     * @param stamps how they look now; empty if they are known to be those it was kept of
     */
    public Optional<Known> read(NoticeFiles files, Optional<List<Optional<Stamp>>> stamps, byte[] kept) {
        List<String> paths = files.paths();
        ByteBuffer in = ByteBuffer.wrap(kept);
        boolean same = in.getInt() == paths.size();
        boolean asSeen = true;
        for (int i = 0; same && i < paths.size(); i++) {
            same = ProblemCodec.text(in).equals(paths.get(i));
            Digest digest = FactsForm.digest(in);
            Optional<Stamp> then = in.get() != 0 ? Optional.of(stamp(in)) : Optional.empty();
            if (stamps.isPresent()
                    && (then.isEmpty() || !then.equals(stamps.get().get(i)))) {
                asSeen = false;
                same &= stamps.get().get(i).isPresent() && digest(paths.get(i)).equals(Optional.of(digest));
            }
        }
        boolean seen = asSeen;
        return same ? form.read(files, in).map(facts -> new Known(facts, seen)) : Optional.empty();
    }

    /** The digests of a notice's files, as far as they were read. */
    private static Map<String, Digest> digests(Facts facts) {
        Map<String, Digest> digests = new HashMap<>();
        facts.texts()
                .forEach(text -> digests.put(text.source().path(), text.source().digest()));
        facts.notice()
                .map(Notice::editions)
                .ifPresent(editions -> editions.values()
                        .forEach(edition -> digests.put(
                                edition.source().path(), edition.source().digest())));
        Map<String, Digest> beside = new HashMap<>();
        facts.notice()
                .map(Notice::attachments)
                .orElse(List.of())
                .forEach(file -> beside.put(file.file(), file.digest()));
        for (String file : facts.files().files()) {
            Digest digest = beside.get(ContentFolder.nfc(file));
            if (digest != null) {
                digests.put(facts.files().folder() + file, digest);
            }
        }
        return digests;
    }

    private Optional<Digest> digest(String path) {
        MessageDigest sha = Digest.newSha256();
        byte[] piece = new byte[PIECE];
        try (InputStream in = folder.open(path)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sha.update(piece, 0, read);
            }
            return Optional.of(Digest.of(sha.digest(), 0));
        } catch (IOException e) {
            return Optional.empty(); // whoever reads its facts is told why it cannot be
        }
    }

    private static void stamp(DataOutputStream out, Stamp stamp) throws IOException {
        out.writeLong(stamp.size());
        out.writeLong(stamp.modified());
        out.writeLong(stamp.changed());
        out.writeLong(stamp.device());
        out.writeLong(stamp.inode());
    }

    private static Stamp stamp(ByteBuffer in) {
        return new Stamp(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
