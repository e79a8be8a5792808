package io.noticepress.plan;

import java.nio.charset.StandardCharsets;

/**
 * Where a file of the site stands, below the output folder: {@code zh/notices/2023/kx-2023-6/index.html}.
 *
 * @param file path with {@code /}, never starting with one
 */
public record Address(String file) implements Comparable<Address> {
    /** The address of the page whose folder this is; {@code ""} is the home of the site. */
    public static Address folder(String folder) {
        return new Address(folder + "index.html");
    }

    /** How a link names it below the base path, percent-encoded (RFC 3986): without {@code index.html}. */
    public String url() {
        return encode(
                file.endsWith("/index.html") || file.equals("index.html")
                        ? file.substring(0, file.length() - "index.html".length())
                        : file);
    }

    /** A path as it stands in a URL: every byte that is not unreserved (RFC 3986, 2.3) or a slash is encoded. */
    public static String encode(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z'
                    || b >= 'A' && b <= 'Z'
                    || b >= '0' && b <= '9'
                    || b == '/'
                    || b == '-'
                    || b == '.'
                    || b == '_'
                    || b == '~';
            if (plain) {
                out.append((char) b);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return out.toString();
    }

    @Override
    public int compareTo(Address other) {
        return file.compareTo(other.file);
    }

    @Override
    public String toString() {
        return file;
    }
}
