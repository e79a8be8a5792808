package io.noticepress.output.manifest;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Paths below the output folder, always written with {@code /}: order, parents, and reading the files they name. */
public final class SitePaths {
    /** By code point: the order of {@code LC_ALL=C sort} over UTF-8. */
    public static final Comparator<String> CODE_POINT_ORDER = SitePaths::compare;

    private SitePaths() {}

    /** The digest of a file that is no symbolic link. */
    public static Digest readDigest(Path file) throws IOException {
        MessageDigest sha = Digest.newSha256();
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        return Digest.of(sha.digest(), 0);
    }

    /** The folders a path lies in, outermost first: {@code zh}, {@code zh/years} for {@code zh/years/index.html}. */
    public static List<String> parentFolders(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    private static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates encode code points above every other char, although their own values are not the highest.
                boolean surrogate = Character.isSurrogate(x);
                return surrogate == Character.isSurrogate(y) ? Character.compare(x, y) : surrogate ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
