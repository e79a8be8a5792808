package io.noticepress.content.attachments;

import io.noticepress.model.values.FileType;
import io.noticepress.model.values.ImageSize;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the size of a picture from the first bytes of its file. The image is not decoded, because a malicious file could attack
 * a decoder. javax.imageio reads neither WebP nor the orientation in Exif.
 *
 * <p>Sources: PNG (ISO/IEC 15948) 11.2.2; GIF89a 18; JPEG (ISO/IEC 10918-1) B.2.2; Exif 2.32 4.6.4 and 4.7.2; WebP
 * (RFC 9649) 2.5 to 2.7.
 */
final class PictureHeader {
    /** The Exif tag of the orientation; values from 5 to 8 mean that width and height are exchanged. */
    private static final int ORIENTATION = 0x0112;

    private static final int FIRST_ROTATED = 5;
    private static final int LAST_ROTATED = 8;

    private PictureHeader() {}

    /** The size in pixels; empty if the file is cut off or is not a picture. */
    static Optional<ImageSize> read(InputStream file, FileType type) throws IOException {
        DataInputStream in = new DataInputStream(file);
        try {
            return switch (type) {
                case PNG -> png(in);
                case GIF -> gif(in);
                case JPG -> jpg(in);
                case WEBP -> webp(in);
                default -> Optional.empty();
            };
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    private static Optional<ImageSize> png(DataInputStream in) throws IOException {
        in.skipNBytes(16);
        return pixels(in.readInt(), in.readInt());
    }

    private static Optional<ImageSize> gif(DataInputStream in) throws IOException {
        ByteBuffer head = readLittleEndian(in, 10);
        return pixels(Short.toUnsignedInt(head.getShort(6)), Short.toUnsignedInt(head.getShort(8)));
    }

    /** Skips segments up to the frame header. */
    private static Optional<ImageSize> jpg(DataInputStream in) throws IOException {
        boolean rotated = false;
        in.skipNBytes(2);
        while (true) {
            if (in.readUnsignedByte() != 0xFF) {
                return Optional.empty();
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                int width = in.readUnsignedShort();
                return rotated ? pixels(height, width) : pixels(width, height);
            }
            if (marker == 0xE1) {
                rotated |= isRotated(in.readNBytes(length));
            } else {
                in.skipNBytes(length);
            }
        }
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, whose markers are in the same range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Whether an Exif segment says that the picture is to be rotated by a quarter turn, as browsers do. */
    private static boolean isRotated(byte[] segment) {
        ByteBuffer exif = ByteBuffer.wrap(segment);
        if (!ascii(segment, 0, 4).equals("Exif") || segment.length < 14) {
            return false;
        }
        ByteBuffer tiff = exif.position(6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            tiff.position(Math.max(0, Math.min(tiff.getInt(4), tiff.limit())));
            for (int entries = Short.toUnsignedInt(tiff.getShort()); entries > 0; entries--) {
                int tag = Short.toUnsignedInt(tiff.getShort());
                tiff.getShort();
                tiff.getInt();
                int value = Short.toUnsignedInt(tiff.getShort());
                tiff.getShort();
                if (tag == ORIENTATION) {
                    return value >= FIRST_ROTATED && value <= LAST_ROTATED;
                }
            }
        } catch (BufferUnderflowException cutOff) {
            return false;
        }
        return false;
    }

    private static Optional<ImageSize> webp(DataInputStream in) throws IOException {
        ByteBuffer head = readLittleEndian(in, 30);
        return switch (ascii(head.array(), 12, 16)) {
            case "VP8 " -> pixels(head.getShort(26) & 0x3FFF, head.getShort(28) & 0x3FFF);
            case "VP8L" -> pixels((head.getInt(21) & 0x3FFF) + 1, (head.getInt(21) >>> 14 & 0x3FFF) + 1);
            case "VP8X" -> pixels((head.getInt(24) & 0xFFFFFF) + 1, (head.getInt(26) >>> 8) + 1);
            default -> Optional.empty();
        };
    }

    private static ByteBuffer readLittleEndian(DataInputStream in, int length) throws IOException {
        byte[] head = new byte[length];
        in.readFully(head);
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.max(0, Math.min(to, bytes.length) - from), StandardCharsets.US_ASCII);
    }

    private static Optional<ImageSize> pixels(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
    }
}
