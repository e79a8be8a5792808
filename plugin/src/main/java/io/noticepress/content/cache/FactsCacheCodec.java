package io.noticepress.content.cache;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
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
import java.util.function.Predicate;

/**
 * Stores the facts of a notice between builds, with the digest of each of its files. The facts are valid under the same
 * settings as long as the notice has the same files with the same digests. Thread-safe.
 *
 * <pre>
 * number of files (4 bytes); each: path, SHA-256 (32); the facts as {@link FactsCodec} writes them
 * </pre>
 */
public final class FactsCacheCodec {
    private static final int CHUNK_SIZE = 1 << 14;

    private final ContentFolder folder;
    private final FactsCodec codec;

    public FactsCacheCodec(ContentFolder folder, Site site) {
        this.folder = folder;
        this.codec = new FactsCodec(site);
    }

    /** The facts of a notice as bytes; empty if the facts are broken or a file could not be read. */
    public Optional<byte[]> encode(NoticeFacts noticeFacts) {
        List<String> paths = noticeFacts.files().paths();
        Map<String, Digest> digests = digests(noticeFacts);
        if (noticeFacts.notice().isEmpty() || !digests.keySet().containsAll(paths)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(paths.size());
            for (String path : paths) {
                TextCodec.write(out, path);
                out.write(digests.get(path)
                        .write(ByteBuffer.allocate(Digest.BYTES))
                        .array());
            }
            codec.encode(noticeFacts, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(bytes.toByteArray());
    }

    /**
     * The facts of a notice, if they are still valid.
     *
     * @param files the files it has now
     * @param unchanged whether the file at a path is known to be the one that was stored; others are read and compared
     */
    public Optional<NoticeFacts> decodeIfUnchanged(NoticeFiles files, Predicate<String> unchanged, byte[] stored) {
        List<String> paths = files.paths();
        ByteBuffer in = ByteBuffer.wrap(stored);
        if (in.getInt() != paths.size()) {
            return Optional.empty();
        }
        for (String path : paths) {
            boolean samePath = TextCodec.parse(in).equals(path);
            Digest digest = Digest.read(in);
            if (!samePath || !unchanged.test(path) && !readDigest(path).equals(Optional.of(digest))) {
                return Optional.empty();
            }
        }
        return codec.decode(files, in);
    }

    /** The digests of the files that could be read, by path. */
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
            return Optional.empty(); // whoever reads the facts reports the reason
        }
    }
}
