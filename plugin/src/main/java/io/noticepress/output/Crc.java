package io.noticepress.output;

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
final class Crc {
    private static final int PIECE = 1 << 14;

    private final CRC32 first = new CRC32();
    private final CRC32C second = new CRC32C();

    static long of(byte[] bytes) {
        Crc crc = new Crc();
        crc.update(bytes, bytes.length);
        return crc.value();
    }

    /** Of a file that is no symbolic link. */
    static long of(Path file) throws IOException {
        Crc crc = new Crc();
        byte[] buffer = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, read);
            }
        }
        return crc.value();
    }

    /** A stream whose bytes are counted in. */
    OutputStream on(OutputStream out) {
        return new CheckedOutputStream(new CheckedOutputStream(out, first), second);
    }

    long value() {
        return first.getValue() << Integer.SIZE | second.getValue();
    }

    private void update(byte[] bytes, int length) {
        first.update(bytes, 0, length);
        second.update(bytes, 0, length);
    }
}
