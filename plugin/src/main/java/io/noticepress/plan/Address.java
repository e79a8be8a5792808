package io.noticepress.plan;

import io.noticepress.model.values.PercentEncoding;

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
        return PercentEncoding.encode(
                file.endsWith("/index.html") || file.equals("index.html")
                        ? file.substring(0, file.length() - "index.html".length())
                        : file);
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
