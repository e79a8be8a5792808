package io.noticepress.model.values;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file types that may be attached to a notice. None of them can run script in a browser. */
public enum FileType {
    PDF("application/pdf"),
    OFD("application/ofd"),
    DOC("application/msword"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    WPS("application/vnd.ms-works"),
    XLS("application/vnd.ms-excel"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ET("application/vnd.ms-excel"),
    PPT("application/vnd.ms-powerpoint"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    CSV("text/csv"),
    TXT("text/plain"),
    PNG("image/png"),
    JPG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type (RFC 6838). */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a text can show the file as a picture. */
    public boolean isPicture() {
        return this == PNG || this == JPG || this == GIF || this == WEBP;
    }

    /** The type with the extension of a file name, ignoring case; {@code jpeg} is {@code jpg}. The content is not looked at. */
    public static Optional<FileType> ofFileName(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String name = extension.equals("JPEG") ? "JPG" : extension;
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
