package io.noticepress.content.attachments;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decides, chunk by chunk, whether a file is plain text in UTF-8 or GB18030 that no browser would take for HTML. */
final class PlainTextDetector {
    private static final int HEAD_SIZE = 1024;

    private final CharsetProbe utf8 = new CharsetProbe(StandardCharsets.UTF_8);
    private final CharsetProbe gb18030 = new CharsetProbe(Charset.forName("GB18030"));
    private boolean hasNul;
    private boolean looksLikeHtml;
    private int overlap;

    /** Takes the next chunk, which begins with the end of the one before. */
    void accept(byte[] chunk, int length, boolean first) {
        int from = first ? 0 : overlap;
        for (int i = from; i < length; i++) {
            hasNul |= chunk[i] == 0;
        }
        utf8.accept(chunk, from, length);
        gb18030.accept(chunk, from, length);
        if (first) {
            String head = new String(chunk, 0, Math.min(length, HEAD_SIZE), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT);
            String start = head.replaceFirst("^\\u00EF\\u00BB\\u00BF", "").stripLeading();
            looksLikeHtml = start.matches("(?s)<[a-z!?/].*")
                    || head.contains("<script")
                    || head.contains("<html")
                    || head.contains("<svg");
        }
        overlap = Math.min(64, length);
    }

    /** The result, after the last chunk. */
    boolean isPlainText() {
        return !hasNul && !looksLikeHtml && (utf8.isComplete() || gb18030.isComplete());
    }

    /** Tries to decode the file in one encoding. */
    private static final class CharsetProbe {
        private final CharsetDecoder decoder;
        private final CharBuffer sink = CharBuffer.allocate(8192);
        private ByteBuffer pending = ByteBuffer.allocate(0);
        private boolean isDecodable = true;

        CharsetProbe(Charset charset) {
            this.decoder = charset.newDecoder();
        }

        void accept(byte[] chunk, int from, int length) {
            if (isDecodable) {
                ByteBuffer in = ByteBuffer.allocate(pending.remaining() + length - from);
                in.put(pending).put(chunk, from, length - from).flip();
                isDecodable = decode(in, false);
                pending = in;
            }
        }

        boolean isComplete() {
            return isDecodable && decode(pending, true);
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
