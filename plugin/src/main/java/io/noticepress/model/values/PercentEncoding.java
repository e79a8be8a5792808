package io.noticepress.model.values;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of paths (RFC 3986, 2.1): {@code 附件 1.pdf} is {@code %E9%99%84%E4%BB%B6%201.pdf}. */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Encodes every byte of a path's UTF-8 form that is neither unreserved (RFC 3986, 2.3) nor a slash. */
    public static String encode(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == '/'
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
