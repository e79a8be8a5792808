package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import io.noticepress.store.ChannelOutputStream;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileOps;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code checksums.txt}: the SHA-256 of every file of a site, as {@code sha256sum -c} of GNU coreutils checks it in the output
 * folder.
 *
 * <pre>
 * 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  zh/index.html
 * </pre>
 *
 * If a name contains a backslash or a line break, it is escaped and its line begins with a backslash (coreutils manual,
 * "md5sum").
 */
public final class ChecksumList {
    /** The path of the list, which is the only file it does not contain. */
    public static final String PATH = "checksums.txt";

    /** Files that every site has. A list without them was not written by us. */
    private static final Set<String> REQUIRED_FILES = Set.of("404.html", "index.html", "robots.txt", "sitemap.xml");

    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-f]{64})  (.+)");

    private ChecksumList() {}

    /**
     * Writes the list, one line per file in the order of paths.
     *
     * @param doubleCrc updated with the bytes of the list
     * @return the digest of the list
     */
    public static Digest write(FileTable site, FileOps fileOps, Path file, DoubleCrc doubleCrc) throws IOException {
        MessageDigest sha = Digest.newSha256();
        try (FileChannel channel = fileOps.createOrTruncate(file);
                OutputStream out = new BufferedOutputStream(
                        doubleCrc.wrap(new DigestOutputStream(new ChannelOutputStream(fileOps, channel), sha)),
                        1 << 16)) {
            for (int i = 0; i < site.size(); i++) {
                String path = site.path(i);
                if (path.equals(PATH)) {
                    continue;
                }
                boolean plain = path.indexOf('\\') < 0 && path.indexOf('\n') < 0 && path.indexOf('\r') < 0;
                if (!plain) {
                    out.write('\\');
                }
                out.write(site.contentDigest(i).hexBytes());
                out.write(' ');
                out.write(' ');
                out.write((plain ? path : escape(path)).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        return Digest.of(sha.digest(), 0);
    }

    private static String escape(String path) {
        return path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** Reads a list; empty unless it is well-formed, sorted, and has the files of every site, as a list of ours does. */
    public static Optional<SortedMap<String, Digest>> read(Path file) throws IOException {
        SortedMap<String, Digest> listed = new TreeMap<>(SitePaths.CODE_POINT_ORDER);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    return Optional.empty();
                }
                String path = parts.group(1).isEmpty() ? parts.group(3) : unescape(parts.group(3));
                if (!listed.isEmpty() && SitePaths.CODE_POINT_ORDER.compare(listed.lastKey(), path) >= 0) {
                    return Optional.empty();
                }
                listed.put(path, Digest.parse(parts.group(2)));
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        return listed.keySet().containsAll(REQUIRED_FILES) ? Optional.of(listed) : Optional.empty();
    }

    private static String unescape(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                char escaped = name.charAt(++i);
                out.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
