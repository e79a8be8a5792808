package io.noticepress.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Watches a file go by, piece by piece: is it plain text in UTF-8 or GB18030, and nothing a browser would take for a page? */
final class PlainText {
    private static final int HEAD = 1024;

    private final Watch utf8 = new Watch(StandardCharsets.UTF_8);
    private final Watch gb18030 = new Watch(Charset.forName("GB18030"));
    private boolean binary;
    private boolean page;
    private int overlap;

    /** Takes the next piece, which begins with what was kept of the one before. */
    void see(byte[] piece, int length, boolean first) {
        int from = first ? 0 : overlap;
        for (int i = from; i < length; i++) {
            binary |= piece[i] == 0;
        }
        utf8.see(piece, from, length);
        gb18030.see(piece, from, length);
        if (first) {
            String head =
                    new String(piece, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            String start = head.replaceFirst("^\\u00EF\\u00BB\\u00BF", "").stripLeading();
            page = start.matches("(?s)<[a-z!?/].*")
                    || head.contains("<script")
                    || head.contains("<html")
                    || head.contains("<svg");
        }
        overlap = Math.min(64, length);
    }

    /** The verdict, when all has gone by. */
    boolean isPlain() {
        return !binary && !page && (utf8.isWhole() || gb18030.isWhole());
    }

    /** One encoding being tried. */
    private static final class Watch {
        private final CharsetDecoder decoder;
        private final CharBuffer sink = CharBuffer.allocate(8192);
        private ByteBuffer left = ByteBuffer.allocate(0);
        private boolean fits = true;

        Watch(Charset charset) {
            this.decoder = charset.newDecoder();
        }

        void see(byte[] piece, int from, int length) {
            if (fits) {
                ByteBuffer in = ByteBuffer.allocate(left.remaining() + length - from);
                in.put(left).put(piece, from, length - from).flip();
                fits = decode(in, false);
                left = in;
            }
        }

        boolean isWhole() {
            return fits && decode(left, true);
        }

        private boolean decode(ByteBuffer in, boolean end) {
            while (true) {
                sink.clear();
                var result = decoder.decode(in, sink, end);
                if (!result.isOverflow()) {
                    return !result.isError();
                }
            }
        }
    }
}
