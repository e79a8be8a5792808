package io.noticepress.model.values;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of file that may be attached to a notice. Nothing that a browser would run is among them. */
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

    /** Its media type (RFC 6838). */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it can stand as a picture in the text. */
    public boolean isPicture() {
        return this == PNG || this == JPG || this == GIF || this == WEBP;
    }

    /** The type a file name promises by its ending, in any case; {@code jpeg} is {@code jpg}. */
    public static Optional<FileType> ofFileName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String known = ending.equals("JPEG") ? "JPG" : ending;
        return Arrays.stream(values()).filter(type -> type.name().equals(known)).findFirst();
    }
}
