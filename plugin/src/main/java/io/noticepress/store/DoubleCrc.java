package io.noticepress.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Two checksums of the same bytes in one number: CRC-32 (ITU-T V.42, 8.1.1.6.2) in the upper half, CRC-32C (RFC 3720, 12.1) in
 * the lower. They detect accidental changes at a hundredth of the cost of SHA-256, because the JVM computes both with processor
 * instructions even in its first compiler. Like a file's size and time, which are all that is compared otherwise, they do not
 * protect against somebody who forges a file.
 */
public final class DoubleCrc {
    private static final int BUFFER_BYTES = 1 << 14;

    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();

    public static long of(byte[] bytes) {
        DoubleCrc doubleCrc = new DoubleCrc();
        doubleCrc.update(bytes, bytes.length);
        return doubleCrc.value();
    }

    /** The value of a file that is not a symbolic link. */
    public static long of(Path file) throws IOException {
        DoubleCrc doubleCrc = new DoubleCrc();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                doubleCrc.update(buffer, read);
            }
        }
        return doubleCrc.value();
    }

    /** A stream that adds the bytes written to it. */
    public OutputStream wrap(OutputStream out) {
        return new CheckedOutputStream(new CheckedOutputStream(out, crc32), crc32c);
    }

    public long value() {
        return crc32.getValue() << Integer.SIZE | crc32c.getValue();
    }

    private void update(byte[] bytes, int length) {
        crc32.update(bytes, 0, length);
        crc32c.update(bytes, 0, length);
    }
}
