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
 * Two checksums of the same bytes in one number: CRC-32 (ITU-T V.42, 8.1.1.6.2) and CRC-32C (RFC 3720, 12.1). They tell a file
 * we wrote from any that came to be otherwise by accident, and take a hundredth of the time of a SHA-256: the JVM has both as
 * instructions of the processor even where it compiles with its first compiler only. They prove nothing against somebody who
 * makes a file to fit, as do its size and time, which are all that is looked at otherwise.
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

    /** Of a file that is no symbolic link. */
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

    /** A stream whose bytes are counted in. */
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
