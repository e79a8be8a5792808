package io.noticepress.content.cache;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.store.FileStamp;
import io.noticepress.store.TextCodec;
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
public final class FactsCacheCodec {
    private static final int CHUNK_SIZE = 1 << 14;

    private final ContentFolder folder;
    private final FactsCodec codec;

    /**
     * Facts known from an earlier run.
     *
     * @param stampsMatch whether every file looks as it did; else some had to be read to know that they hold the same
     */
    public record RestoredFacts(NoticeFacts facts, boolean stampsMatch) {}

    public FactsCacheCodec(ContentFolder folder, Site site) {
        this.folder = folder;
        this.codec = new FactsCodec(site);
    }

    /**
     * The facts of a notice to be kept; nothing if some of its files have none that count.
     *
     * @param stamps how its files looked before they were read; empty for those whose looks prove nothing
     */
    public Optional<byte[]> encode(NoticeFacts noticeFacts, List<Optional<FileStamp>> stamps) {
        List<String> paths = noticeFacts.files().paths();
        Map<String, Digest> digests = digests(noticeFacts);
        if (noticeFacts.notice().isEmpty() || !digests.keySet().containsAll(paths)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(paths.size());
            for (int i = 0; i < paths.size(); i++) {
                TextCodec.write(out, paths.get(i));
                FactsCodec.digest(out, digests.get(paths.get(i)));
                out.writeBoolean(stamps.get(i).isPresent());
                if (stamps.get(i).isPresent()) {
                    stamp(out, stamps.get(i).get());
                }
            }
            codec.encode(noticeFacts, out);
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
    public Optional<RestoredFacts> decodeIfUnchanged(
            NoticeFiles files, Optional<List<Optional<FileStamp>>> stamps, byte[] kept) {
        List<String> paths = files.paths();
        ByteBuffer in = ByteBuffer.wrap(kept);
        boolean same = in.getInt() == paths.size();
        boolean asSeen = true;
        for (int i = 0; same && i < paths.size(); i++) {
            same = TextCodec.parse(in).equals(paths.get(i));
            Digest digest = FactsCodec.digest(in);
            Optional<FileStamp> then = in.get() != 0 ? Optional.of(stamp(in)) : Optional.empty();
            if (stamps.isPresent()
                    && (then.isEmpty() || !then.equals(stamps.get().get(i)))) {
                asSeen = false;
                same &= stamps.get().get(i).isPresent()
                        && readDigest(paths.get(i)).equals(Optional.of(digest));
            }
        }
        boolean seen = asSeen;
        return same
                ? codec.decode(files, in).map(noticeFacts -> new RestoredFacts(noticeFacts, seen))
                : Optional.empty();
    }

    /** The digests of a notice's files, as far as they were read. */
    private static Map<String, Digest> digests(NoticeFacts noticeFacts) {
        Map<String, Digest> digests = new HashMap<>();
        noticeFacts
                .texts()
                .forEach(text -> digests.put(text.source().path(), text.source().digest()));
        noticeFacts
                .notice()
                .map(Notice::editions)
                .ifPresent(editions -> editions.values()
                        .forEach(edition -> digests.put(
                                edition.source().path(), edition.source().digest())));
        Map<String, Digest> beside = new HashMap<>();
        noticeFacts
                .notice()
                .map(Notice::attachments)
                .orElse(List.of())
                .forEach(file -> beside.put(file.file(), file.digest()));
        for (String file : noticeFacts.files().files()) {
            Digest digest = beside.get(ContentFolder.nfc(file));
            if (digest != null) {
                digests.put(noticeFacts.files().folderPath() + file, digest);
            }
        }
        return digests;
    }

    private Optional<Digest> readDigest(String path) {
        MessageDigest sha = Digest.newSha256();
        byte[] piece = new byte[CHUNK_SIZE];
        try (InputStream in = folder.open(path)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sha.update(piece, 0, read);
            }
            return Optional.of(Digest.of(sha.digest(), 0));
        } catch (IOException e) {
            return Optional.empty(); // whoever reads its facts is told why it cannot be
        }
    }

    private static void stamp(DataOutputStream out, FileStamp fileStamp) throws IOException {
        out.writeLong(fileStamp.size());
        out.writeLong(fileStamp.modified());
        out.writeLong(fileStamp.changed());
        out.writeLong(fileStamp.device());
        out.writeLong(fileStamp.inode());
    }

    private static FileStamp stamp(ByteBuffer in) {
        return new FileStamp(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
