package io.noticepress.model.values;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4), stored as four longs: a record of them compares by value and needs no array. */
public record Digest(long a, long b, long c, long d) implements Comparable<Digest> {
    /** The length of a digest in bytes. */
    public static final int BYTES = 32;

    private static final MessageDigest PROTOTYPE = createSha256();
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** The digest of a byte array. */
    public static Digest of(byte[] bytes) {
        return of(newSha256().digest(bytes), 0);
    }

    /** The digest of a list of strings, each preceded by its length: {@code "ab", "c"} and {@code "a", "bc"} differ. */
    public static Digest of(String... parts) {
        byte[][] encoded = new byte[parts.length][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            encoded[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : encoded) {
            all.putInt(part.length).put(part);
        }
        return of(all.array());
    }

    /** The digest of a list of digests. */
    public static Digest of(Iterable<Digest> parts) {
        MessageDigest sha = newSha256();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (Digest part : parts) {
            part.write(bytes.clear());
            sha.update(bytes.array());
        }
        return of(sha.digest(), 0);
    }

    /** The digest stored at {@code offset} of an array: 32 bytes, big-endian. */
    public static Digest of(byte[] bytes, int offset) {
        return read(ByteBuffer.wrap(bytes, offset, BYTES));
    }

    /** Reads the next 32 bytes of a big-endian buffer, as {@link #write} puts them. */
    public static Digest read(ByteBuffer in) {
        return new Digest(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /** The value at an index of a big-endian buffer, whose position is neither used nor changed. */
    public static Digest of(ByteBuffer bytes, int index) {
        return new Digest(
                bytes.getLong(index), bytes.getLong(index + 8), bytes.getLong(index + 16), bytes.getLong(index + 24));
    }

    /** Puts the value into a big-endian buffer: 32 bytes, most significant first. */
    public ByteBuffer write(ByteBuffer out) {
        return out.putLong(a).putLong(b).putLong(c).putLong(d);
    }

    /** Parses 64 hexadecimal digits. */
    public static Digest parse(String hex) {
        return of(HexFormat.of().parseHex(hex), 0);
    }

    /**
     * A cache key for an entry that belongs to this digest and a name; cheaper than a digest of both. Two names may have the
     * same key, so a reader must check that the entry found is that of the name.
     *
     * @param kind distinguishes several entries for the same digest and name
     */
    public Digest derivedKey(String name, int kind) {
        return new Digest(a ^ ((long) name.hashCode() << Integer.SIZE | kind), b, c, d);
    }

    /** A new SHA-256 instance, for input too long to hold in memory. */
    public static MessageDigest newSha256() {
        try {
            return (MessageDigest) PROTOTYPE.clone(); // much cheaper than a provider lookup
        } catch (CloneNotSupportedException e) {
            return createSha256();
        }
    }

    private static MessageDigest createSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest as 64 lower-case hexadecimal digits. */
    public String hex() {
        return new String(hexBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The hexadecimal digits as ASCII bytes. */
    public byte[] hexBytes() {
        byte[] digits = new byte[2 * BYTES];
        putHex(a, digits, 0);
        putHex(b, digits, 16);
        putHex(c, digits, 32);
        putHex(d, digits, 48);
        return digits;
    }

    private static void putHex(long part, byte[] digits, int at) {
        for (int i = 15; i >= 0; i--) {
            digits[at + i] = HEX_DIGITS[(int) part & 0xF];
            part >>>= 4;
        }
    }

    /** Written out because every page is compared with it: the JVM links a record's generated method only on its first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && a == that.a && b == that.b && c == that.c && d == that.d;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }

    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(a, other.a);
        order = order != 0 ? order : Long.compareUnsigned(b, other.b);
        order = order != 0 ? order : Long.compareUnsigned(c, other.c);
        return order != 0 ? order : Long.compareUnsigned(d, other.d);
    }

    @Override
    public String toString() {
        return hex();
    }
}
