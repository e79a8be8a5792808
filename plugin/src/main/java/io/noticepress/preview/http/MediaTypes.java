package io.noticepress.preview.http;

import io.noticepress.model.values.FileType;
import java.util.Map;

/** The media types of a site's files, by their extensions: those of attachments, and those of the site's own files. */
final class MediaTypes {
    private static final Map<String, String> OWN_FILES = Map.of(
            "html", "text/html",
            "css", "text/css",
            "js", "text/javascript",
            "json", "application/json",
            "xml", "application/xml",
            "svg", "image/svg+xml",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    private MediaTypes() {}

    /** The value of {@code Content-Type} for a file; unknown files are sent as bytes. */
    static String of(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        String type = FileType.ofFileName(file)
                .map(FileType::mediaType)
                .orElse(OWN_FILES.getOrDefault(extension, "application/octet-stream"));
        boolean text = type.startsWith("text/") || type.equals("application/json") || type.equals("application/xml");
        return text ? type + "; charset=utf-8" : type;
    }
}
