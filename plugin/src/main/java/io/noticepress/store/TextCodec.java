package io.noticepress.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Text as bytes: its length in bytes (4, big-endian), then UTF-8; {@code "科A"} is {@code 00 00 00 04 E7 A7 91 41}. */
public final class TextCodec {
    private TextCodec() {}

    /** Writes a text of any length. */
    public static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads a text from a buffer on the heap. */
    public static String parse(ByteBuffer in) {
        int length = in.getInt();
        int start = in.position();
        in.position(start + length);
        return length == 0 ? "" : new String(in.array(), in.arrayOffset() + start, length, StandardCharsets.UTF_8);
    }
}
