package io.noticepress.plan;

import io.noticepress.model.values.PercentEncoding;

/**
 * Path of a file of the site below the output folder: {@code zh/notices/2023/kx-2023-6/index.html}.
 *
 * @param file path with {@code /}, relative
 */
public record Address(String file) implements Comparable<Address> {
    /** The index page of a folder: {@code zh/} or {@code ""}. */
    public static Address folder(String folder) {
        return new Address(folder + "index.html");
    }

    /** The path in links below the base path, percent-encoded (RFC 3986), without {@code index.html}: {@code zh/years/}. */
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
